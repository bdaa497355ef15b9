namespace CentriFamiglia.Coverage.Rules;

/// <summary>What a contribution may depend on (Allegato A, 4: R16).</summary>
/// <param name="Members">Active sedi of the network.</param>
/// <param name="Residents">Residents of the Ambiti it serves (persons).</param>
/// <param name="Km2">Area of those Ambiti, km2.</param>
public readonly record struct FormulaInput(decimal Members, decimal Residents, decimal Km2);

/// <summary>
/// A contribution in EUR as an expression of <c>aderenti</c> (or <c>members</c>), <c>residenti</c> (or <c>residents</c>) and
/// <c>km2</c>: numbers, <c>+ - * /</c>, brackets, <c>min(a; b)</c>, <c>max(a; b)</c>. Nothing else can be written, so that nothing else
/// can run. Decimals with a point; arguments parted by a comma or a semicolon.
/// </summary>
public sealed class ContributionFormula
{
    private const int LongestText = 500;
    private const int Deepest = 40;

    private readonly Func<FormulaInput, decimal> _value;

    private ContributionFormula(string text, Func<FormulaInput, decimal> value) => (Text, _value) = (text, value);

    public string Text { get; }

    /// <exception cref="CoverageInputException">Not such an expression: the message says where.</exception>
    public static ContributionFormula Parse(string text)
    {
        if (text.Length > LongestText)
            throw new CoverageInputException($"La formula è più lunga di {LongestText} caratteri: abbreviarla.");
        var reader = new Reader(text);
        return new ContributionFormula(text, reader.Whole());
    }

    /// <returns>EUR, to the cent.</returns>
    /// <exception cref="CoverageInputException">A division by zero, or a number too large.</exception>
    public decimal Value(FormulaInput input)
    {
        try
        {
            return decimal.Round(_value(input), 2, MidpointRounding.AwayFromZero);
        }
        catch (DivideByZeroException e)
        {
            throw new CoverageInputException(
                $"La formula «{Text}» divide per zero con aderenti {Plain(input.Members)}, residenti {Plain(input.Residents)}, km2 {Plain(input.Km2)}: correggere la formula o "
                    + "completare i dati.", e);
        }
        catch (OverflowException e)
        {
            throw new CoverageInputException($"La formula «{Text}» dà un numero troppo grande: correggerla.", e);
        }
    }

    private static string Plain(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class Reader(string text)
    {
        private const string Known = "numeri, aderenti, residenti, km2, + - * / ( ), min, max";

        private int _at;
        private int _depth;

        public Func<FormulaInput, decimal> Whole()
        {
            Func<FormulaInput, decimal> value = Sum();
            return Peek() == '\0' ? value : throw Wrong($"'{Peek()}' non era atteso");
        }

        private Func<FormulaInput, decimal> Sum()
        {
            if (++_depth > Deepest)
                throw Wrong("troppe parentesi una dentro l'altra");
            Func<FormulaInput, decimal> left = Product();
            while (Peek() is '+' or '-')
            {
                (bool plus, Func<FormulaInput, decimal> a) = (Next() == '+', left);
                Func<FormulaInput, decimal> b = Product();
                left = plus ? x => a(x) + b(x) : x => a(x) - b(x);
            }

            _depth--;
            return left;
        }

        private Func<FormulaInput, decimal> Product()
        {
            Func<FormulaInput, decimal> left = Factor();
            while (Peek() is '*' or '/')
            {
                (bool times, Func<FormulaInput, decimal> a) = (Next() == '*', left);
                Func<FormulaInput, decimal> b = Factor();
                left = times ? x => a(x) * b(x) : x => a(x) / b(x);
            }

            return left;
        }

        private Func<FormulaInput, decimal> Factor()
        {
            char c = Peek();
            if (c == '-')
            {
                Next();
                if (++_depth > Deepest)
                    throw Wrong("troppi segni uno dopo l'altro");
                Func<FormulaInput, decimal> value = Factor();
                _depth--;
                return x => -value(x);
            }

            if (c == '(')
            {
                Next();
                Func<FormulaInput, decimal> inner = Sum();
                Close(')');
                return inner;
            }

            return char.IsAsciiDigit(c) ? Number() : char.IsAsciiLetter(c) ? Named() : throw Wrong(c == '\0' ? "la formula finisce a metà" : $"'{c}' non era atteso");
        }

        private Func<FormulaInput, decimal> Number()
        {
            int start = _at;
            while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
                _at++;
            return decimal.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? _ => number
                : throw Wrong($"'{text[start.._at]}' non è un numero");
        }

        private Func<FormulaInput, decimal> Named()
        {
            int start = _at;
            while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at]))
                _at++;
            return text[start.._at].ToLowerInvariant() switch
            {
                "aderenti" or "members" => x => x.Members,
                "residenti" or "residents" => x => x.Residents,
                "km2" => x => x.Km2,
                "min" => Of(Math.Min),
                "max" => Of(Math.Max),
                string other => throw Wrong($"'{other}' non è previsto"),
            };
        }

        private Func<FormulaInput, decimal> Of(Func<decimal, decimal, decimal> choose)
        {
            Close('(');
            Func<FormulaInput, decimal> a = Sum();
            if (Next() is not (',' or ';'))
                throw Wrong("servono due valori separati da ;");
            Func<FormulaInput, decimal> b = Sum();
            Close(')');
            return x => choose(a(x), b(x));
        }

        private void Close(char expected)
        {
            if (Next() != expected)
                throw Wrong($"manca '{expected}'");
        }

        private char Peek()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            return _at < text.Length ? text[_at] : '\0';
        }

        private char Next()
        {
            char c = Peek();
            _at++;
            return c;
        }

        private CoverageInputException Wrong(string what) =>
            new($"La formula «{text}» non è valida, al carattere {Math.Min(_at, text.Length) + 1}: {what}. Si possono usare: {Known}.");
    }
}
