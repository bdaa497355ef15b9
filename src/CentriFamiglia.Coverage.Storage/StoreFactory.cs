using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Storage.PostGis;

namespace CentriFamiglia.Coverage.Storage;

/// <summary>Opens the store that an address names. Nothing is contacted or created yet.</summary>
public static class StoreFactory
{
    /// <param name="address">Of the store.</param>
    /// <param name="reads">A server that follows the one of a shared store, from which content is read; null for none.</param>
    public static ICoverageStore Open(StoreAddress address, PostGisAddress? reads = null) => address switch
    {
        GeoPackageAddress file => new GeoPackageStore(file.Path),
        PostGisAddress database => new PostGisStore(database, reads),
        _ => throw new ArgumentException($"Unknown kind of address: {address.GetType().Name}.", nameof(address)),
    };
}
