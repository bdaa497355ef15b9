using static CentriFamiglia.Coverage.Service.Http.AccessibilityPage;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>The words of <see cref="AccessibilityPage"/> for who reads the map in English.</summary>
internal static class AccessibilityPageInEnglish
{
    /// <summary>The page as HTML.</summary>
    public static string Page(ServiceOptions options) =>
        $"""
        {Head("en", "Accessibility")}
        <p class="page-ways"><a href="./?lingua=en">Back to the map</a> <a href=".{Address}?lingua=it" lang="it" hreflang="it">Italiano</a></p>
        <h1>Accessibility</h1>
        {Declaration(options.Body)}
        {Feedback(options.AccessibilityContact)}
        <h2>What is tested</h2>
        <p>The program is written for WCAG 2.1, level AA. These tests are repeated at every change, in Chromium:</p>
        <ul>
        <li>axe-core, in every view, in the guide and on this page, in Italian and in English, on a desktop screen and on a phone, without errors;</li>
        <li>the keyboard: views, list, sheets, notices, and areas and Sedi on the map one by one; the focus goes to what opens and comes back;</li>
        <li>a window of 640 pixels, that is 1280 at a zoom of 200 %: nothing scrolls sideways, every tool stays;</li>
        <li>verdicts and classes told apart without colour, and with the colours forced by the system;</li>
        <li>the PDF printed from the map: headings, table headers, description of the picture.</li>
        </ul>
        <h2>Known limits</h2>
        <ul>
        <li>The map is a drawing: the list beside it gives the same data, and the files to download give all of them.</li>
        <li>In the Trial view dragging a Sede takes a mouse or a finger; writing a Comune does the same by keyboard.</li>
        <li>Reasons, notices and the words of the act are in Italian on the English page too, marked as such.</li>
        <li>No test was made with people who use assistive technologies, nor with a real screen reader.</li>
        <li>High contrast and reduced motion, where the system asks for them, are respected, but no test repeats it.</li>
        <li>The <a href="./docs">API</a> page is for programmers, and is not among the views tested with axe-core.</li>
        </ul>
        </main></body>
        </html>
        """;

    private static string Declaration(string? body) => body is null
        ? """
        <h2>Who publishes the declaration</h2>
        <p>This service does not say which body publishes it, and so it has no accessibility declaration. The body that offers it to the public must make one (Italian
        law 4/2004, article 3-quater): with the form of AgID, <a href="https://form.agid.gov.it">form.agid.gov.it</a>, after an evaluation of its own, renewed
        every year by 23 September.</p>
        <p>Whoever starts the service names the body with <code>--ente</code> (or <code>COVERAGE_ENTE</code>), and whom to report a problem to with
        <code>--accessibilita</code> (or <code>COVERAGE_ACCESSIBILITA</code>).</p>
        """
        : $"""
        <h2>Who publishes the service</h2>
        <p>{Html(body)} publishes this service, and makes its accessibility declaration with the form of AgID
        (<a href="https://form.agid.gov.it">form.agid.gov.it</a>). The state of conformity is the one that the body declares: the program cannot tell it.</p>
        """;

    private static string Feedback(string? contact) => contact is null
        ? """
        <h2>Reporting a problem</h2>
        <p>Nobody is named to write to.</p>
        """
        : $"""
        <h2>Reporting a problem</h2>
        <p>To say that something cannot be used, or to ask for the data in another form: {ContactLink(contact)}. Who has no answer, or one that is not enough, can turn
        to the Digital Ombudsman (Difensore civico per il digitale) at AgID.</p>
        """;
}
