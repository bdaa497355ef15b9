namespace CentriFamiglia.Coverage.Travel;

/// <summary>The best destination found so far from one origin: least time, ties by metres, then by position in the list of destinations.</summary>
public struct NearestOffer
{
    private int _placePlusOne;

    /// <summary>Position of the destination; null when none was reached.</summary>
    public readonly int? Place => _placePlusOne == 0 ? null : _placePlusOne - 1;

    /// <summary>Of the trip to it.</summary>
    public TravelCost Cost { get; private set; }

    /// <summary>Takes a destination where it is better; offers may come in any order.</summary>
    /// <returns>Whether it was.</returns>
    public bool Offer(TravelCost cost, int place)
    {
        if (_placePlusOne > 0 && (cost.Seconds, cost.Metres, place + 1).CompareTo((Cost.Seconds, Cost.Metres, _placePlusOne)) >= 0)
            return false;
        (Cost, _placePlusOne) = (cost, place + 1);
        return true;
    }
}

/// <summary>For each origin its best destination of all, and the best of its own group.</summary>
public readonly record struct NearestOffers(NearestOffer[] Any, NearestOffer[] Own);
