namespace CentriFamiglia.Coverage.Roles;

/// <summary>Who may do what, once: every check of the service and of the store asks here.</summary>
public static class RoleTable
{
    private static readonly Dictionary<(Role, Deed), Reach> _reaches = Table();

    /// <summary>The words by which an identity provider names the roles; <see cref="Role.Unsigned"/> has none, for nobody is given it.</summary>
    public static Vocabulary<Role> Words { get; } = new(
        (Role.Reader, ["lettore"]), (Role.Cabina, ["cabina"]), (Role.Planner, ["pianificatore"]), (Role.Region, ["regione"]), (Role.Administrator, ["amministratore"]));

    /// <summary>The words of the deeds, for pages and messages.</summary>
    public static Vocabulary<Deed> Deeds { get; } = new(
        (Deed.ReadPublished, ["leggere_pubblicato"]), (Deed.ReadFigures, ["leggere_cifre"]), (Deed.ReadDrafts, ["leggere_bozze"]), (Deed.Draft, ["preparare"]),
        (Deed.Comment, ["commentare"]), (Deed.Decide, ["decidere"]), (Deed.WriteTerritory, ["scrivere"]), (Deed.Share, ["condividere"]), (Deed.Publish, ["pubblicare"]),
        (Deed.SetRules, ["scegliere_regole"]), (Deed.ReadRegister, ["leggere_registro"]), (Deed.Administer, ["amministrare"]));

    /// <summary>A deed in a sentence, after "non è consentito".</summary>
    public static string InWords(Deed deed) => Deeds.Of(deed).Replace('_', ' ');

    /// <summary>The words of the reaches.</summary>
    public static Vocabulary<Reach> Reaches { get; } = new((Reach.None, ["no"]), (Reach.Own, ["propria_ats"]), (Reach.All, ["tutte"]));

    /// <summary>How far a role reaches with a deed.</summary>
    public static Reach Of(Role role, Deed deed) => _reaches.GetValueOrDefault((role, deed));

    private static Dictionary<(Role, Deed), Reach> Table()
    {
        var table = new Dictionary<(Role, Deed), Reach>();
        Give(Role.Reader, Reach.All, Deed.ReadPublished);
        Give(Role.Cabina, Reach.All, Deed.ReadPublished);
        Give(Role.Cabina, Reach.Own, Deed.ReadFigures, Deed.ReadDrafts, Deed.Comment, Deed.Decide);
        Give(Role.Planner, Reach.All, Deed.ReadPublished);
        Give(Role.Planner, Reach.Own, Deed.ReadFigures, Deed.ReadDrafts, Deed.Draft, Deed.Comment, Deed.WriteTerritory, Deed.Share);
        Give(Role.Region, Reach.All, [.. Enum.GetValues<Deed>().Where(d => d != Deed.Administer)]);
        Give(Role.Administrator, Reach.All, Enum.GetValues<Deed>());
        Give(Role.Unsigned, Reach.All, Deed.ReadPublished, Deed.ReadFigures, Deed.ReadDrafts);
        return table;

        void Give(Role role, Reach reach, params Deed[] deeds)
        {
            foreach (Deed deed in deeds)
                table[(role, deed)] = reach;
        }
    }
}
