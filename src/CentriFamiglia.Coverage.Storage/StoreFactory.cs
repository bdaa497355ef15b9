using CentriFamiglia.Coverage.Storage.GeoPackage;
using CentriFamiglia.Coverage.Storage.PostGis;

namespace CentriFamiglia.Coverage.Storage;

/// <summary>Opens the store that an address names. Nothing is contacted or created yet.</summary>
public static class StoreFactory
{
    public static ICoverageStore Open(StoreAddress address) => address switch
    {
        GeoPackageAddress file => new GeoPackageStore(file.Path),
        PostGisAddress database => new PostGisStore(database),
        _ => throw new ArgumentException($"Unknown kind of address: {address.GetType().Name}.", nameof(address)),
    };
}
