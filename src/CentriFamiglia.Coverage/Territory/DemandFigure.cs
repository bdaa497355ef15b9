namespace CentriFamiglia.Coverage.Territory;

/// <summary>What is counted at a demand point: whose travel a measure may weigh.</summary>
public enum DemandFigure
{
    /// <summary>Residents; always known of a point.</summary>
    Residents,

    /// <summary>Families.</summary>
    Families,

    /// <summary>Persons up to 14 years of age.</summary>
    Children,

    /// <summary>Persons of 65 years and more.</summary>
    Elderly,
}
