namespace CentriFamiglia.Coverage.Territory.Hours;

/// <summary>What a word of an Italian text of hours is.</summary>
internal enum HoursTokenKind
{
    /// <summary>One day or a range of them.</summary>
    Days,
    Holiday,

    /// <summary>Digits that give ranges of hours.</summary>
    Times,

    /// <summary><c>chiuso</c>.</summary>
    Closed,

    /// <summary><c>escluso</c>, <c>tranne</c>.</summary>
    Except,

    /// <summary><c>mattina</c>, <c>pomeriggio</c>, <c>sera</c>.</summary>
    PartOfDay,

    /// <summary><c>1°</c>, <c>primo</c>, <c>settimane alterne</c>.</summary>
    SomeWeeks,
    Month,

    /// <summary><c>Mar</c>, where it cannot be told.</summary>
    Unclear,

    /// <summary><c>su appuntamento</c>.</summary>
    Appointment,
    Unknown,
    Comma,
    And,
    Slash,
    Dash,
    Semicolon,
}

/// <param name="Text">As written, dashes and blanks made plain.</param>
/// <param name="Days">Of <see cref="HoursTokenKind.Days"/>, 0 for Monday.</param>
/// <param name="Times">Of <see cref="HoursTokenKind.Times"/>, beginning and end as written.</param>
internal sealed record HoursToken(HoursTokenKind Kind, string Text, ImmutableArray<int> Days, ImmutableArray<(string From, string To)> Times)
{
    public bool IsMark => Kind is HoursTokenKind.Comma or HoursTokenKind.And or HoursTokenKind.Slash or HoursTokenKind.Dash;

    public bool IsDay => Kind is HoursTokenKind.Days or HoursTokenKind.Holiday;

    public bool IsClosure => Kind is HoursTokenKind.Closed or HoursTokenKind.Except;
}
