namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>
/// How the numbers of one file are written, told from all of them together. A lone <c>1.234</c> is never guessed: it is read as
/// thousands or as decimals only where another number of the file, or the meaning of its column, leaves one reading.
/// </summary>
internal sealed class NumberReading
{
    private readonly char? _stated;
    private readonly bool _pointDecimal;
    private readonly bool _commaDecimal;
    private readonly Dictionary<string, ColumnEvidence> _columns = new(StringComparer.Ordinal);

    /// <param name="columns">Name, use and cells of every column that holds numbers; a cell that the format calls a number is no matter of reading.</param>
    /// <param name="stated">The decimal sign, where who wrote the file is known; null to tell it from the numbers.</param>
    public NumberReading(IEnumerable<(string Column, NumberUse Use, IEnumerable<(string Text, bool IsNumber)> Cells)> columns, char? stated = null)
    {
        _stated = stated;
        foreach ((string column, NumberUse use, IEnumerable<(string Text, bool IsNumber)> cells) in columns)
        {
            var evidence = new ColumnEvidence(use);
            foreach ((string text, bool isNumber) in cells)
            {
                if (isNumber)
                {
                    evidence.AddNumber(text);
                    continue;
                }

                NumberText number = NumberText.Of(UnitText.Without(column, use, text));
                evidence.Add(number);
                bool coordinate = use == NumberUse.Coordinate;
                _pointDecimal |= number.Shape == NumberShape.PointDecimal || (coordinate && number.Shape == NumberShape.PointUnclear);
                _commaDecimal |= number.Shape == NumberShape.CommaDecimal || (coordinate && number.Shape == NumberShape.CommaUnclear);
            }

            _columns.Add(column, evidence);
        }
    }

    /// <returns>The value; or why there is none.</returns>
    public NumberResult Read(string column, string text, bool isNumber)
    {
        if (isNumber && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double typed))
            return NumberResult.Of(typed);
        ColumnEvidence evidence = _columns[column];
        NumberText number = NumberText.Of(UnitText.Without(column, evidence.Use, text));
        switch (number.Shape)
        {
            case NumberShape.NotANumber:
                return NumberResult.Bad(IssueCodes.NotANumber, "non è un numero", UnitText.Cure(evidence.Use, text));
            case NumberShape.Rounded:
                return NumberResult.Bad(IssueCodes.NumberRounded, "è in notazione scientifica: il foglio di calcolo ha perso delle cifre");
            case NumberShape.Plain or NumberShape.PointDecimal:
                return NumberResult.Of(number.ValueWith('.'));
            case NumberShape.CommaDecimal:
                return NumberResult.Of(number.ValueWith(','));
        }

        char sign = number.Shape == NumberShape.PointUnclear ? '.' : ',';
        if (_stated is not null)
            return NumberResult.Of(number.ValueWith(_stated.Value));
        if (evidence.Use == NumberUse.Coordinate)
            return NumberResult.Of(number.ValueWith(sign));
        bool signIsDecimal = sign == '.' ? _pointDecimal : _commaDecimal;
        bool otherIsDecimal = sign == '.' ? _commaDecimal : _pointDecimal;
        // Euro have two decimals: three digits after the decimal sign of the file are no euro, and thousands only against the file.
        if (signIsDecimal != otherIsDecimal && !(signIsDecimal && evidence.Use == NumberUse.Money))
            return NumberResult.Of(number.ValueWith(signIsDecimal ? sign : Other(sign)));
        return (signIsDecimal ? null : evidence.Alone(number, sign)) ?? NumberResult.Bad(
            IssueCodes.NumberAmbiguous, "è ambiguo: il separatore può essere delle migliaia o dei decimali");
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

        /// <summary>A true number shows that not all of the column groups thousands, and nothing of how its texts write decimals.</summary>
        public void AddNumber(string text)
        {
            _clear++;
            _longWholePart |= double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) >= 1000;
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
/// <param name="Refusal">Which kind of refusal.</param>
/// <param name="Reason">Italian, without the name of the column.</param>
/// <param name="Cure">Italian; null for that of its kind.</param>
/// <param name="ReadAsThousands">The separator was taken for that of thousands by the column's meaning alone.</param>
internal sealed record NumberResult(double? Value, RefusalCode? Refusal, string? Reason, string? Cure, bool ReadAsThousands)
{
    public static NumberResult Of(double value) =>
        double.IsFinite(value) ? new(value, null, null, null, false) : Bad(IssueCodes.NumberTooLarge, "è troppo grande");

    public static NumberResult Thousands(double value) => new(value, null, null, null, true);

    public static NumberResult Bad(RefusalCode code, string reason, string? cure = null) => new(null, code, reason, cure, false);
}
