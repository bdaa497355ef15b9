namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// How the numbers of one file are written, told from all of them together. A lone <c>1.234</c> is never guessed: it is read as
/// thousands or as decimals only where another number of the file, or the meaning of its column, leaves one reading.
/// </summary>
internal sealed class NumberReading
{
    private readonly bool _pointDecimal;
    private readonly bool _commaDecimal;
    private readonly Dictionary<string, ColumnEvidence> _columns = new(StringComparer.Ordinal);

    /// <param name="columns">Name, use and texts of every column that holds numbers.</param>
    /// <param name="typed">The format itself says what a number is (GeoJSON, GeoPackage, XLSX): the point is the decimal sign.</param>
    public NumberReading(IEnumerable<(string Column, NumberUse Use, IEnumerable<string> Texts)> columns, bool typed)
    {
        _pointDecimal = typed;
        foreach ((string column, NumberUse use, IEnumerable<string> texts) in columns)
        {
            var evidence = new ColumnEvidence(use);
            foreach (string text in texts)
            {
                NumberText number = NumberText.Of(text);
                evidence.Add(number);
                bool coordinate = use == NumberUse.Coordinate;
                _pointDecimal |= number.Shape == NumberShape.PointDecimal || (coordinate && number.Shape == NumberShape.PointUnclear);
                _commaDecimal |= number.Shape == NumberShape.CommaDecimal || (coordinate && number.Shape == NumberShape.CommaUnclear);
            }

            _columns.Add(column, evidence);
        }
    }

    /// <returns>The value; or the reason and the cure, in Italian.</returns>
    public NumberResult Read(string column, string text)
    {
        ColumnEvidence evidence = _columns[column];
        NumberText number = NumberText.Of(text);
        switch (number.Shape)
        {
            case NumberShape.NotANumber:
                return NumberResult.Bad("non è un numero", "Scrivere solo le cifre, con la virgola o il punto per i decimali.");
            case NumberShape.Rounded:
                return NumberResult.Bad(
                    "è in notazione scientifica: il foglio di calcolo ha perso delle cifre",
                    "Nel foglio di calcolo dare alla colonna il formato Numero (o Testo per i codici) ed esportare di nuovo.");
            case NumberShape.Plain or NumberShape.PointDecimal:
                return NumberResult.Of(number.ValueWith('.'));
            case NumberShape.CommaDecimal:
                return NumberResult.Of(number.ValueWith(','));
        }

        char sign = number.Shape == NumberShape.PointUnclear ? '.' : ',';
        if (evidence.Use == NumberUse.Coordinate)
            return NumberResult.Of(number.ValueWith(sign));
        bool signIsDecimal = sign == '.' ? _pointDecimal : _commaDecimal;
        bool otherIsDecimal = sign == '.' ? _commaDecimal : _pointDecimal;
        if (signIsDecimal != otherIsDecimal)
            return NumberResult.Of(number.ValueWith(signIsDecimal ? sign : Other(sign)));
        return (signIsDecimal ? null : evidence.Alone(number, sign)) ?? NumberResult.Bad(
            "è ambiguo: il separatore può essere delle migliaia o dei decimali",
            "Scrivere il numero senza separatore delle migliaia (1234), o con un numero di decimali diverso da tre.");
    }

    private static char Other(char sign) => sign == '.' ? ',' : '.';

    /// <summary>What one column tells of its own unclear numbers when the file tells nothing.</summary>
    private sealed class ColumnEvidence(NumberUse use)
    {
        private int _unclear;
        private int _clear;
        private bool _longWholePart;
        private bool _notAllZeros;

        public NumberUse Use => use;

        public void Add(NumberText number)
        {
            if (number.Shape is NumberShape.PointUnclear or NumberShape.CommaUnclear)
            {
                _unclear++;
                _notAllZeros |= !number.EndsInThreeZeros;
            }
            else if (number.Shape == NumberShape.Plain)
            {
                _clear++;
                _longWholePart |= number.HasLongWholePart;
            }
        }

        public NumberResult? Alone(NumberText number, char sign)
        {
            bool thousandsPossible = !_longWholePart;
            return use switch
            {
                NumberUse.Money when thousandsPossible => NumberResult.Thousands(number.ValueWith(Other(sign))),
                // Persons are whole: were the sign decimal, a number such as 1.234 could not stand in the column at all.
                NumberUse.Whole when thousandsPossible && _notAllZeros => NumberResult.Thousands(number.ValueWith(Other(sign))),
                // Every number of the column has exactly three digits after the sign: decimals of fixed width.
                NumberUse.Decimal when _clear == 0 && _unclear > 2 => NumberResult.Of(number.ValueWith(sign)),
                _ => null,
            };
        }
    }
}

/// <summary>A number read, or why it could not be.</summary>
/// <param name="Value">Finite; null when there is a reason.</param>
/// <param name="Reason">Italian, without the name of the column.</param>
/// <param name="Cure">Italian.</param>
/// <param name="ReadAsThousands">The separator was taken for that of thousands by the column's meaning alone.</param>
internal sealed record NumberResult(double? Value, string? Reason, string? Cure, bool ReadAsThousands)
{
    public static NumberResult Of(double value) =>
        double.IsFinite(value) ? new(value, null, null, false) : Bad("è troppo grande", "Controllare il valore.");

    public static NumberResult Thousands(double value) => new(value, null, null, true);

    public static NumberResult Bad(string reason, string cure) => new(null, reason, cure, false);
}
