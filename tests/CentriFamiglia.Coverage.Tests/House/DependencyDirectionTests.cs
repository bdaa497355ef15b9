using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Tests.House;

/// <summary>Data flows one way: import, store, territory, travel, access, rules, siting, service, map.</summary>
public class DependencyDirectionTests
{
    private const string Core = "CentriFamiglia.Coverage";

    /// <summary>Each project and the ones it may know. A line is added here on purpose or not at all.</summary>
    public static TheoryData<string, string[]> Allowed => new()
    {
        { Core, [] },
        { $"{Core}.Formats", [Core] },
        { $"{Core}.Import", [Core, $"{Core}.Formats"] },
        { $"{Core}.Storage", [Core, $"{Core}.Formats"] },
        { $"{Core}.Geodata", [Core, $"{Core}.Formats", $"{Core}.Import"] },
        { $"{Core}.Service", [Core, $"{Core}.Formats", $"{Core}.Geodata", $"{Core}.Import", $"{Core}.Storage"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_knows_only_the_stages_before_it(string project, string[] allowed) =>
        References(project).Except(allowed, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_project_under_src_is_held_to_a_direction() =>
        Directory.EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)
            .ShouldBe(Allowed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void The_core_opens_no_file_no_database_and_no_connection()
    {
        string[] forbidden =
        [
            "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
            "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.MemoryMappedFiles", "System.Net", "System.Data",
            "Microsoft.Data", "Microsoft.AspNetCore", "Npgsql",
        ];

        TypesUsedBy(typeof(Comune).Assembly.Location)
            .Where(type => forbidden.Any(name => type == name || type.StartsWith(name + ".", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_core_does_not_read_the_clock()
    {
        // A figure that depends on the moment it is computed cannot be computed again.
        MembersUsedBy(typeof(Comune).Assembly.Location)
            .Where(member => member is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTime.get_Today"
                or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow")
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.Path("src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static List<string> TypesUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => NameOf(metadata, metadata.GetTypeReference(handle)))];
    }

    private static List<string> MembersUsedBy(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
               let member = metadata.GetMemberReference(handle)
               where member.Parent.Kind == HandleKind.TypeReference
               let owner = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
               select NameOf(metadata, owner) + "." + metadata.GetString(member.Name),
        ];
    }

    private static string NameOf(MetadataReader metadata, TypeReference type) =>
        metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
}
