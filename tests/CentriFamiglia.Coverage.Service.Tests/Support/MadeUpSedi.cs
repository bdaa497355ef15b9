namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>The files that an ATS with a list of its own would import: its part of the made-up sedi and networks that ship with the program.</summary>
internal static class MadeUpSedi
{
    /// <summary>Writes <c>sedi.csv</c> and <c>reti.csv</c> with the networks of these ATS and their sedi.</summary>
    /// <param name="folder">A new folder.</param>
    /// <param name="ats">As the data write them.</param>
    /// <returns>The folder.</returns>
    public static async Task<string> WriteAsync(string folder, params string[] ats)
    {
        string[] networks = [.. (await LinesAsync("reti")).Skip(1).Where(line => ats.Contains(line.Split(',')[2]))];
        string[] ids = [.. networks.Select(line => line.Split(',')[0])];
        await WriteAsync(folder, await LinesAsync("reti"), networks);
        string[] sedi = await LinesAsync("sedi");
        return await WriteAsync(folder, sedi, [.. sedi.Skip(1).Where(line => ids.Contains(line.Split('-')[0]))]);
    }

    /// <summary>A copy of the filled store with the made-up sedi of some ATS imported into <c>mie</c>.</summary>
    /// <param name="completeFor">What <c>--completo</c> says; null to declare nothing.</param>
    /// <returns>Its path.</returns>
    public static async Task<string> ImportAsync(FilledStore filled, string[] ats, string? completeFor)
    {
        string store = filled.Copy();
        string folder = await WriteAsync(Path.ChangeExtension(store, ".files"), ats);
        Outcome outcome = await CoverageProgram.RunAsync(store, ["import", folder, "--sedi", "mie", .. completeFor is null ? [] : (string[])["--completo", completeFor]]);
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        return store;
    }

    private static async Task<string> WriteAsync(string folder, string[] all, string[] lines)
    {
        Directory.CreateDirectory(folder);
        string name = all[0].StartsWith("site_id", StringComparison.Ordinal) ? "sedi.csv" : "reti.csv";
        await File.WriteAllLinesAsync(Path.Combine(folder, name), [all[0], .. lines]);
        return folder;
    }

    private static Task<string[]> LinesAsync(string what) => File.ReadAllLinesAsync(Path.Combine(House.Pages.Root, "geodata", $"{what}-dimostrative.csv"));
}
