using System.Globalization;
using FsCheck;

namespace CentriFamiglia.Coverage.Tests.Small;

/// <summary>
/// The cases that properties are checked on: the same at every run, so that a red run is red again. <c>COVERAGE_TEST_SEED</c> asks for
/// others: a number, or <c>nuovo</c> for one by chance. A failure names the number to give. <c>COVERAGE_TEST_CASES</c> says how many, a
/// hundred where it is silent.
/// </summary>
internal static class Seeds
{
    public const string Variable = "COVERAGE_TEST_SEED";

    private const int Usual = 20_231_213;

    private static readonly int _first = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => Usual,
        "nuovo" => Random.Shared.Next(),
        string given => int.Parse(given, CultureInfo.InvariantCulture),
    };

    private static readonly int _cases = int.Parse(
        Environment.GetEnvironmentVariable("COVERAGE_TEST_CASES") is { Length: > 0 } given ? given : "100", CultureInfo.InvariantCulture);

    /// <param name="property">Is given what runs one case, named, and makes its failure say which case of which seed it was.</param>
    public static void Check(Func<Action<string, Action>, Property> property) =>
        property(Named).Check(Config.QuickThrowOnFailure.WithMaxTest(_cases).WithReplay((ulong)_first, 1));

    private static void Named(string name, Action check)
    {
        try
        {
            check();
        }
        catch (ShouldAssertException e)
        {
            throw new ShouldAssertException($"{Variable}={_first}, {name}: {e.Message}", e);
        }
    }
}
