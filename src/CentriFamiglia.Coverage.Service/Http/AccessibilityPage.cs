using System.Text.Encodings.Web;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.SignIn;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// What a public body that publishes the map says of its accessibility (Italian law 4/2004, decree 106/2018), and what is known of it:
/// the body and whom to write to are whoever starts the service's; nothing is said in their place.
/// </summary>
internal static class AccessibilityPage
{
    public const string Address = "/accessibilita";

    public static void Use(WebApplication app, ServiceOptions options)
    {
        string italian = Page(options), english = AccessibilityPageInEnglish.Page(options);
        app.MapRead(Address, (string? lingua) => Results.Content(lingua == "en" ? english : italian, "text/html; charset=utf-8")).ExcludeFromDescription().Open();
    }

    /// <summary>The page as HTML, in Italian.</summary>
    public static string Page(ServiceOptions options) =>
        $"""
        {Head("it", "Accessibilità")}
        <p class="page-ways"><a href="./?lingua=it">Torna alla mappa</a> <a href=".{Address}?lingua=en" lang="en" hreflang="en">English</a></p>
        <h1>Accessibilità</h1>
        {Declaration(options.Body)}
        {Feedback(options.AccessibilityContact)}
        <h2>Che cosa è provato</h2>
        <p>Il programma è scritto per le WCAG 2.1 di livello AA. Queste prove si ripetono a ogni modifica, in Chromium:</p>
        <ul>
        <li>axe-core, in ogni vista, nella guida e in questa pagina, in italiano e in inglese, su uno schermo da scrivania e su un telefono, senza errori;</li>
        <li>la tastiera: viste, elenco, schede, avvertenze, e aree e sedi sulla mappa una per una; il fuoco va a ciò che si apre e torna indietro;</li>
        <li>una finestra di 640 pixel, cioè 1280 ingranditi al 200 %: nulla scorre di lato, ogni strumento resta;</li>
        <li>verdetti e classi distinguibili senza colore, e con i colori forzati dal sistema;</li>
        <li>il PDF stampato dalla mappa: titoli, intestazioni delle tabelle, descrizione della figura.</li>
        </ul>
        <h2>Limiti noti</h2>
        <ul>
        <li>La mappa è un disegno: l'elenco accanto dà gli stessi dati, e i file scaricabili li danno tutti.</li>
        <li>Nella vista Prova trascinare una sede chiede un mouse o un dito; scrivere un comune fa lo stesso con la tastiera.</li>
        <li>Nessuna prova è stata fatta con persone che usano tecnologie assistive, né con un lettore di schermo vero.</li>
        <li>Il contrasto alto e i movimenti ridotti chiesti al sistema sono rispettati, ma nessuna prova lo ripete.</li>
        <li>La pagina <a href="./docs">API</a> è per chi programma, e non è fra le viste provate con axe-core.</li>
        </ul>
        </main></body>
        </html>
        """;

    /// <summary>What stands before the words of a page.</summary>
    public static string Head(string language, string title) =>
        $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} · Centri per la Famiglia</title>
        <link rel="icon" href="./icon.svg" type="image/svg+xml"><link rel="stylesheet" href="./pagina.css">
        </head>
        <body><main>
        """;

    /// <summary>A link to a mailbox or a page, its address as its words.</summary>
    public static string ContactLink(string contact) => $"""<a href="{Html(IsMail(contact) ? $"mailto:{contact}" : contact)}">{Html(contact)}</a>""";

    public static string Html(string text) => HtmlEncoder.Default.Encode(text);

    private static string Declaration(string? body) => body is null
        ? """
        <h2>Chi pubblica la dichiarazione</h2>
        <p>Questo servizio non dice quale ente lo pubblica, e quindi non ha una dichiarazione di accessibilità. La deve rendere l'ente che lo offre al pubblico (legge
        4/2004, articolo 3-quater): con il modulo di AgID, <a href="https://form.agid.gov.it">form.agid.gov.it</a>, dopo una valutazione propria, e rinnovandola
        ogni anno entro il 23 settembre.</p>
        <p>Chi avvia il servizio nomina l'ente con <code>--ente</code> (o <code>COVERAGE_ENTE</code>), e a chi segnalare un problema con <code>--accessibilita</code> (o
        <code>COVERAGE_ACCESSIBILITA</code>).</p>
        """
        : $"""
        <h2>Chi pubblica il servizio</h2>
        <p>{Html(body)} pubblica questo servizio, e ne rende la dichiarazione di accessibilità con il modulo di AgID
        (<a href="https://form.agid.gov.it">form.agid.gov.it</a>). Lo stato di conformità è quello che dichiara l'ente: il programma non lo può dire.</p>
        """;

    private static string Feedback(string? contact) => contact is null
        ? """
        <h2>Segnalare un problema</h2>
        <p>Non è indicato a chi scrivere.</p>
        """
        : $"""
        <h2>Segnalare un problema</h2>
        <p>Per dire che qualcosa non si riesce a usare, o chiedere i dati in un'altra forma:
        {ContactLink(contact)}. A chi non ha risposta, o una risposta che non basta, resta la procedura di
        attuazione presso il Difensore civico per il digitale, all'AgID.</p>
        """;

    private static bool IsMail(string contact) => !contact.Contains("://", StringComparison.Ordinal);
}
