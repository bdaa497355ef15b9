using System.Globalization;
using System.Text.RegularExpressions;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>
/// The text form of Prometheus, read by its grammar (exposition format 0.0.4): every line is a comment or a sample, a sample belongs to
/// the family whose TYPE stands before it, no family is told twice, no sample is.
/// </summary>
internal sealed partial class PrometheusText
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _samples = new(StringComparer.Ordinal);

    public PrometheusText(string text)
    {
        text.ShouldEndWith("\n");
        string family = "";
        foreach (string line in text.Split('\n').Where(l => l.Length > 0))
        {
            if (Type().Match(line) is { Success: true } type)
            {
                family = type.Groups["name"].Value;
                _types.TryAdd(family, type.Groups["type"].Value).ShouldBeTrue($"{family} is told twice");
            }
            else if (line[0] != '#')
            {
                Match sample = Sample().Match(line);
                sample.Success.ShouldBeTrue(line);
                Belongs(sample.Groups["name"].Value, family).ShouldBeTrue($"{line} stands under {family}");
                double value = sample.Groups["value"].Value switch
                {
                    "+Inf" => double.PositiveInfinity,
                    "-Inf" => double.NegativeInfinity,
                    string number => double.Parse(number, CultureInfo.InvariantCulture),
                };
                _samples.TryAdd(sample.Groups["name"].Value + sample.Groups["labels"].Value, value).ShouldBeTrue(line);
            }
            else
            {
                Comment().IsMatch(line).ShouldBeTrue(line);
            }
        }
    }

    public string TypeOf(string family) => _types[family];

    /// <summary>The only sample of a name, whatever its labels.</summary>
    public double Value(string name) => Values(name).Single();

    /// <summary>The samples of a name that have a label of this value.</summary>
    public double Value(string name, string label, string value) =>
        _samples.Single(s => Of(s.Key, name) && s.Key.Contains($"{label}=\"{value}\"", StringComparison.Ordinal)).Value;

    public IEnumerable<double> Values(string name) => _samples.Where(s => Of(s.Key, name)).Select(s => s.Value);

    private bool Belongs(string name, string family) =>
        name == family || (_types[family] == "histogram" && (name == family + "_bucket" || name == family + "_sum" || name == family + "_count"));

    private static bool Of(string key, string name) => key == name || key.StartsWith(name + "{", StringComparison.Ordinal);

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram|summary|untyped)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();

    [GeneratedRegex("^# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|UNIT [a-zA-Z_:][a-zA-Z0-9_:]* .*|EOF)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*",?)*\})? (?<value>[-+]?(Inf|[0-9.]+([eE][-+]?[0-9]+)?)|NaN)( -?[0-9]+)?$""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sample();
}
