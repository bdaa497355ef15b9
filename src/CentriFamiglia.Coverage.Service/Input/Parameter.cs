namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>One input of a question: an option of a verb and a query parameter of a resource alike.</summary>
/// <param name="Name">Name over HTTP, <c>?name=</c>.</param>
/// <param name="Description">Italian, for the help and the API document.</param>
public abstract record Parameter(string Name, string Description)
{
    /// <summary>Name on the command line, without the dashes, where it differs.</summary>
    public string Option { get; init; } = Name;

    /// <summary>One more name, where other questions call the same thing so.</summary>
    public string? Also { get; init; }

    /// <summary>Every name that is understood, over HTTP and after two dashes alike: the one over HTTP first, each with dashes and with underscores.</summary>
    public ImmutableArray<string> Names =>
        [.. new[] { Name, Option, Also }.OfType<string>().SelectMany(n => new[] { n, n.Replace('_', '-'), n.Replace('-', '_') }).Distinct(StringComparer.Ordinal)];

    /// <summary>What stands for the value in the help, e.g. <c>MINUTI</c>.</summary>
    public required string Placeholder { get; init; }

    /// <summary>Type of the value in the API document.</summary>
    public virtual string JsonType => "string";

    /// <summary>A value that works, for the API document; null when none is needed.</summary>
    public string? Example { get; init; }

    /// <summary>The example is for other contents than the usual one: the API document shows it, and no page fills it in.</summary>
    public bool IsForOtherContents { get; init; }

    /// <summary>Without it the question cannot be asked.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Names of the parameters without which this one says nothing: with their examples its own works.</summary>
    public ImmutableArray<string> Along { get; init; } = [];

    /// <summary>On the command line the option alone, without a value, means yes.</summary>
    public bool IsFlag { get; init; }

    /// <exception cref="InputException">The text is not a value of this parameter.</exception>
    public abstract void Check(string text);

    /// <summary>The same, naming the parameter as the user did.</summary>
    /// <exception cref="InputException">The text is not a value of this parameter.</exception>
    public void Check(string text, string field)
    {
        try
        {
            Check(text);
        }
        catch (InputException bad)
        {
            throw new InputException(field, bad.Message, bad.Cure);
        }
    }
}

/// <summary>A value out of a short list, written in any case.</summary>
public sealed record ChoiceParameter(string Name, string Description, ImmutableArray<string> Choices, string? Default)
    : Parameter(Name, Description)
{
    public string? Read(string? text) => text is null
        ? Default
        : Choices.FirstOrDefault(c => c.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException(Name, $"'{Shown.Of(text)}' non è un valore ammesso.", $"Usare uno di: {string.Join(", ", Choices)}.");

    public override void Check(string text) => Read(text);
}

/// <summary>A number with its bounds, both inclusive; comma or point before the decimals.</summary>
public sealed record NumberParameter(string Name, string Description, decimal Minimum, decimal Maximum, int Decimals)
    : Parameter(Name, Description)
{
    public override string JsonType => Decimals == 0 ? "integer" : "number";

    public decimal? Read(string? text)
    {
        if (text is null)
            return null;
        string plain = text.Trim().Replace(',', '.');
        if (Decimals < 3 && ItalianNumber.LooksLikeThousands(text))
        {
            throw new InputException(Name, $"'{Shown.Of(text)}' si legge in due modi: migliaia o decimali.",
                $"Scrivere {plain.Replace(".", "", StringComparison.Ordinal)} oppure {plain[..plain.IndexOf('.', StringComparison.Ordinal)]}, senza separatori delle migliaia.");
        }

        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            throw new InputException(Name, $"'{Shown.Of(text)}' non è un numero.", $"Scrivere un numero{Kind} {Bounds}, senza unità né separatori delle migliaia.");
        if (value < Minimum || value > Maximum || decimal.Round(value, Decimals) != value)
            throw new InputException(Name, $"{Shown.Of(text)} non è ammesso.", $"Scrivere un numero{Kind} {Bounds}.");
        return value;
    }

    private string Bounds => $"tra {ItalianNumber.Of(Minimum)} e {ItalianNumber.Of(Maximum)}";

    private string Kind => Decimals == 0 ? " intero" : "";

    public override void Check(string text) => Read(text);
}

/// <summary>A day, written as ISO 8601 does.</summary>
public sealed record DateParameter(string Name, string Description) : Parameter(Name, Description)
{
    public DateOnly? Read(string? text) => text is null
        ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new InputException(Name, $"'{Shown.Of(text)}' non è una data.", "Scrivere AAAA-MM-GG, per esempio 2024-06-30.");

    public override void Check(string text) => Read(text);
}

/// <summary>A name that only the data can judge, e.g. of an ATS.</summary>
public sealed record TextParameter(string Name, string Description) : Parameter(Name, Description)
{
    /// <summary>A JSON value that may be too long for an address: a question with such a parameter can be asked with POST too.</summary>
    public bool IsLong { get; init; }

    /// <summary>On the command line the value may name a file instead: the value that the file says, or null for a text that names none.</summary>
    public Func<string, string?> OfFile { get; init; } = _ => null;

    public override void Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InputException(Name, "il valore è vuoto.", "Scrivere un valore oppure togliere il parametro.");
    }
}

/// <summary>A user's text as it may be repeated in a message: short and without control characters.</summary>
internal static class Shown
{
    public static string Of(string text)
    {
        string clean = new([.. text.Where(c => !char.IsControl(c))]);
        return clean.Length <= 60 ? clean : clean[..57] + "...";
    }
}
