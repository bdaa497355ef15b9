using CentriFamiglia.Coverage.Territory.Hours;
using CentriFamiglia.Coverage.Tests.House;

namespace CentriFamiglia.Coverage.Tests.Access.Hours;

/// <summary>Each row of the tables of the page on hours is what the program reads, or what it answers.</summary>
public class HoursPageTests
{
    public static TheoryData<string, string> Read => [.. Rows("si legge")];

    public static TheoryData<string, string> Asked => [.. Rows("che cosa si risponde")];

    [Theory]
    [MemberData(nameof(Read))]
    public void What_the_page_says_is_read_is_read(string text, string week)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.IsWhole.ShouldBeTrue(string.Join(' ', reading.Notes));
        OpeningHours.WriteItalian(reading.Schedule!).ShouldBe(week);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_the_page_says_is_asked_is_asked(string text, string note)
    {
        OpeningHoursReading reading = OpeningHours.Parse(text);

        reading.Partial.ShouldBeTrue();
        reading.Notes.ShouldBe([note]);
    }

    /// <summary>Of the tables whose second column has this heading.</summary>
    private static IEnumerable<(string, string)> Rows(string heading)
    {
        bool ours = false;
        foreach (string line in File.ReadLines(Repository.Path("docs", "utente", "orari.md")))
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(c => c.Trim())];
            if (!line.StartsWith('|'))
                ours = false;
            else if (cells[0] == "si scrive")
                ours = cells[1] == heading;
            else if (ours && cells[0].StartsWith('`'))
                yield return (cells[0].Trim('`'), cells[1]);
        }
    }
}
