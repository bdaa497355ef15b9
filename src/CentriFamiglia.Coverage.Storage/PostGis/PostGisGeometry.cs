using System.Buffers;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// PostGIS's <c>geometry</c> as NetTopologySuite's types, over EWKB. Stands where the package Npgsql.NetTopologySuite would, with the
/// same call: to swap, reference the package and delete this file.
/// </summary>
internal static class PostGisGeometry
{
    public static NpgsqlDataSourceBuilder UseNetTopologySuite(this NpgsqlDataSourceBuilder builder)
    {
        builder.AddTypeInfoResolverFactory(new ResolverFactory());
        return builder;
    }

    private sealed class ResolverFactory : PgTypeInfoResolverFactory
    {
        public override IPgTypeInfoResolver CreateResolver() => new Resolver();

        public override IPgTypeInfoResolver? CreateArrayResolver() => null;
    }

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private static readonly TypeInfoMappingCollection Mappings = Map();

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            Mappings.Find(type, dataTypeName, options);

        private static TypeInfoMappingCollection Map()
        {
            var mappings = new TypeInfoMappingCollection();
            Add<Geometry>(isDefault: true);
            Add<Point>(isDefault: false);
            Add<MultiPolygon>(isDefault: false);
            return mappings;

            void Add<T>(bool isDefault)
                where T : Geometry =>
                mappings.AddType<T>("geometry", static (options, mapping, _) => mapping.CreateInfo(options, new EwkbConverter<T>()), isDefault);
        }
    }

    private sealed class EwkbConverter<T> : PgStreamingConverter<T>
        where T : Geometry
    {
        private readonly NtsGeometryServices _services = new(new PrecisionModel(), 4326);

        public override T Read(PgReader reader) => Parse(reader.ReadBytes(reader.CurrentRemaining));

        public override async ValueTask<T> ReadAsync(PgReader reader, CancellationToken cancellationToken = default) =>
            Parse(await reader.ReadBytesAsync(reader.CurrentRemaining, cancellationToken));

        // The bytes are made once, when their length is asked for, and handed on to the write.
        public override Size GetSize(SizeContext context, T value, ref object? writeState)
        {
            byte[] ewkb = new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(value);
            writeState = ewkb;
            return ewkb.Length;
        }

        public override void Write(PgWriter writer, T value) => writer.WriteBytes((byte[])writer.Current.WriteState!);

        public override ValueTask WriteAsync(PgWriter writer, T value, CancellationToken cancellationToken = default) =>
            writer.WriteBytesAsync((byte[])writer.Current.WriteState!, cancellationToken);

        private T Parse(ReadOnlySequence<byte> ewkb) => (T)new WKBReader(_services) { HandleSRID = true }.Read(ewkb.ToArray());
    }
}
