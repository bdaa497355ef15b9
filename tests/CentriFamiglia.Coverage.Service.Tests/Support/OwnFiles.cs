namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>One good file of every kind of data, none of which says what the shipped data already say.</summary>
internal static class OwnFiles
{
    public static IReadOnlyDictionary<string, string> ByKind { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["comuni"] = "pro_com_t,nome,famiglie\n097042,Lecco,21999\n",
        ["unita"] = "pro_com_t,ats,asst,distretto,ambito,ambito_status,distretto_status,source,source_date\n097042,Brianza,ASST Lecco,Lecco,Lecco,listed,listed,prova,2031\n",
        ["popolazione"] = "pro_com_t,residenti\n097042,47001\n",
        ["eta"] = "pro_com_t,eta_0_14,eta_65_oltre,anno,fonte\n097042,5801,11201,2011,censimento\n",
        ["punti"] = "id,pro_com_t,lon,lat,residenti\nP1,097042,9.39,45.85,47000\n",
        ["reti"] = "network_id,name,ats\nPROVA,Rete di prova,Brianza\n",
        ["sedi"] = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nPROVA-1,Centro di prova,non_dichiarato,,097042,9.39,45.85,24/7\n",
        ["matrice"] = "from,to,minutes,km\n097042,016024,40,33.5\n",
        ["eccezioni"] = "livello,codice,motivo,responsabile,fino_al\nambito,lecco,Attesa del bando,Cabina di Regia,2030-12-31\n",
        ["dichiarazioni"] = "ats,residui_eur,speso_eur,condivisa\nBrianza,1000.50,200,2023-12-20\n",
    };
}
