using CentriFamiglia.Coverage.Service.Http;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

public sealed class AccessibilityPageTests(FilledStore store)
{
    private static readonly ServiceOptions _options = new([new Uri("http://127.0.0.1:5080")], []);

    [Fact]
    public void Without_a_body_it_says_who_must_publish_the_declaration_and_invents_none()
    {
        string page = AccessibilityPage.Page(_options);

        page.ShouldContain("La deve rendere l'ente che lo offre al pubblico");
        page.ShouldContain("form.agid.gov.it");
        page.ShouldContain("<code>--ente</code>");
        page.ShouldContain("Non è indicato a chi scrivere.");
        page.ShouldNotContain("mailto:");
    }

    [Fact]
    public void With_a_body_and_a_contact_it_names_them_as_text()
    {
        string page = AccessibilityPage.Page(_options with { Body = "ATS <di prova> & figli", AccessibilityContact = "accesso@ats.example" });

        page.ShouldContain("ATS &lt;di prova&gt; &amp; figli pubblica questo servizio");
        page.ShouldContain("href=\"mailto:accesso@ats.example\"");
        page.ShouldNotContain("--ente");
        AccessibilityPage.Page(_options with { AccessibilityContact = "https://ats.example/scrivi" }).ShouldContain("href=\"https://ats.example/scrivi\"");
    }

    [Fact]
    public void In_English_it_says_the_same()
    {
        ServiceOptions named = _options with { Body = "ATS <di prova>", AccessibilityContact = "accesso@ats.example" };
        string italian = AccessibilityPage.Page(named), english = AccessibilityPageInEnglish.Page(named);

        english.ShouldContain("<html lang=\"en\">");
        english.ShouldContain("ATS &lt;di prova&gt; publishes this service");
        english.ShouldContain("href=\"mailto:accesso@ats.example\"");
        foreach (string tag in (string[])["<h1>", "<h2>", "<li>"])
            english.Split(tag).Length.ShouldBeInRange(italian.Split(tag).Length, italian.Split(tag).Length + 1, tag);
        AccessibilityPageInEnglish.Page(_options).ShouldContain("<code>--ente</code>");
    }

    [Theory]
    [InlineData("telefonare")]
    [InlineData("javascript://ats.example")]
    [InlineData("Ufficio <accesso@ats.example>")]
    public async Task A_contact_that_is_neither_a_mailbox_nor_a_page_is_refused(string contact)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "serve", "--urls", "http://127.0.0.1:0", "--accessibilita", contact);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain($"'{contact}' non è un recapito");
        outcome.Error.ShouldContain("Scrivere una casella");
    }
}
