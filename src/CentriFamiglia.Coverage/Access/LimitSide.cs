namespace CentriFamiglia.Coverage.Access;

/// <summary>On which side of its limit a trip is, as far as its time is sure. Limits are inclusive.</summary>
public enum LimitSide
{
    /// <summary>Within, whatever the error of the estimate.</summary>
    Within,

    /// <summary>The band of the estimate crosses the limit.</summary>
    Uncertain,

    /// <summary>Beyond, whatever the error of the estimate, or no sede is reached.</summary>
    Beyond,
}

/// <summary>Sides of a limit: the word of each, and how they are told.</summary>
public static class LimitSides
{
    /// <summary>The words of the column <c>esito_limite</c>.</summary>
    public static Vocabulary<LimitSide> Words { get; } = new((LimitSide.Within, ["entro"]), (LimitSide.Uncertain, ["incerto"]), (LimitSide.Beyond, ["oltre"]));

    /// <param name="low">Seconds of the lower end of the band; null where no sede is reached.</param>
    /// <param name="high">Seconds of the upper end.</param>
    /// <param name="limitMinutes">Null when there is none.</param>
    /// <returns>Null when there is a sede but no limit.</returns>
    public static LimitSide? Of(double? low, double? high, double? limitMinutes) => (low, limitMinutes) switch
    {
        (null, _) => LimitSide.Beyond,
        (_, null) => null,
        ({ } least, { } limit) => least > limit * 60 ? LimitSide.Beyond : high <= limit * 60 ? LimitSide.Within : LimitSide.Uncertain,
    };
}
