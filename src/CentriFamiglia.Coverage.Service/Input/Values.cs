namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>The values given for the parameters of a question: only texts that were written, by the name of the parameter.</summary>
public sealed class Values(IReadOnlyDictionary<string, string> texts)
{
    public string? this[Parameter parameter] => texts.GetValueOrDefault(parameter.Name);

    /// <summary>The same without one parameter.</summary>
    public Values Without(Parameter parameter) =>
        texts.ContainsKey(parameter.Name) ? new Values(texts.Where(t => t.Key != parameter.Name).ToDictionary(StringComparer.Ordinal)) : this;

    /// <summary>The same with another text for one parameter.</summary>
    public Values With(Parameter parameter, string text) => new(new Dictionary<string, string>(texts, StringComparer.Ordinal) { [parameter.Name] = text });

    public string? Choice(ChoiceParameter parameter) => parameter.Read(this[parameter]);

    public decimal? Number(NumberParameter parameter) => parameter.Read(this[parameter]);

    /// <summary>The values in one line, in the order of their names: equal for equal questions.</summary>
    public string Canonical { get; } =
        string.Join('&', texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={Uri.EscapeDataString(t.Value)}"));
}
