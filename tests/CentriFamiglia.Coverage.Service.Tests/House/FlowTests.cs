using System.Reflection;
using CentriFamiglia.Coverage.Service.Cli;
using NetArchTest.Rules;

namespace CentriFamiglia.Coverage.Service.Tests.House;

/// <summary>
/// The floor plan: file -> Formats -> Import -> Territory, Storage; Territory, Travel, Rules -> Access -> Siting, Findings -> Budget ->
/// Layers -> Questions -> Cli; Questions -> Ogc -> Http. Arrows point down only.
/// </summary>
public class FlowTests
{
    private const string Core = "CentriFamiglia.Coverage";
    private const string Service = "CentriFamiglia.Coverage.Service";

    /// <summary>The rooms of the core, and those that each may know. A name is added here on purpose or not at all.</summary>
    public static TheoryData<string, string[]> CoreRooms => new()
    {
        { "Territory", [] },
        { "Travel", ["Territory"] },
        { "Rules", ["Territory"] },
        { "Money", ["Rules", "Territory"] },
        { "Access", ["Rules", "Territory", "Travel"] },
        { "Siting", ["Access", "Money", "Rules", "Territory", "Travel"] },
        { "Findings", ["Access", "Money", "Rules", "Siting.Networks", "Territory", "Travel"] },
        { "Budget", ["Access", "Findings", "Money", "Rules", "Siting", "Territory", "Travel"] },
        { "Records", ["Territory"] },
        { "Roles", ["Territory"] },
    };

    /// <summary>The same for the service.</summary>
    public static TheoryData<string, string[]> ServiceRooms => new()
    {
        { "Input", [] },
        { "Servers", ["Input"] },
        { "Analyses", ["Input", "Servers"] },
        { "Layers", ["Analyses", "Input", "Servers"] },
        { "Questions", ["Analyses", "Input", "Layers", "Servers"] },
        { "Dossiers", ["Analyses", "Input", "Layers"] },
        { "Deciding", ["Analyses", "Dossiers", "Input", "Layers", "Questions", "Servers"] },
        { "Ogc", ["Analyses", "Input", "Layers", "Questions"] },
        { "OpenData", ["Analyses", "Input", "Layers", "Questions"] },
        { "Http", ["Analyses", "Deciding", "Dossiers", "Input", "Layers", "Ogc", "OpenData", "Questions", "Servers"] },
        { "Cli", ["Analyses", "Deciding", "Dossiers", "Http", "Input", "Layers", "Ogc", "OpenData", "Questions", "Servers"] },
    };

    [Theory]
    [MemberData(nameof(CoreRooms))]
    public void A_room_of_the_core_knows_only_the_rooms_before_it(string room, string[] allowed) =>
        Strangers(typeof(CoverageInputException).Assembly, Core, room, allowed, CoreRooms).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ServiceRooms))]
    public void A_room_of_the_service_knows_only_the_rooms_before_it(string room, string[] allowed) =>
        Strangers(typeof(CommandLine).Assembly, Service, room, allowed, ServiceRooms).ShouldBeEmpty();

    [Theory]
    [InlineData("src/CentriFamiglia.Coverage")]
    [InlineData("src/CentriFamiglia.Coverage.Service")]
    public void Every_folder_is_a_room_of_the_plan(string project)
    {
        TheoryData<string, string[]> plan = project.EndsWith("Service", StringComparison.Ordinal) ? ServiceRooms : CoreRooms;

        Directory.EnumerateDirectories(Path.Combine(Pages.Root, project))
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")
                && Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .ShouldBe(plan.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_namespaces_know_each_other_not_even_by_way_of_others() => Namespaces.Circles().ShouldBeEmpty();

    [Fact]
    public void The_arrows_are_really_read() =>
        Namespaces.Arrows.Keys.ShouldContain(($"{Core}.Access", $"{Core}.Territory"));

    /// <summary>The types of a room that know a room they may not.</summary>
    private static IEnumerable<string> Strangers(
        Assembly assembly, string top, string room, string[] allowed, TheoryData<string, string[]> plan)
    {
        string[] forbidden =
        [
            .. plan.Select(row => row.Data.Item1)
                .Where(other => other != room && !allowed.Contains(other))
                .SelectMany(other => allowed.Any(a => a.StartsWith(other + ".", StringComparison.Ordinal)) ? Rest(assembly, top, other, allowed) : [$"{top}.{other}"]),
        ];
        return Types.InAssembly(assembly).That().ResideInNamespace($"{top}.{room}")
            .Should().NotHaveDependencyOnAny(forbidden).GetResult().FailingTypeNames ?? [];
    }

    /// <summary>The namespaces of a room of which only a part may be known.</summary>
    private static IEnumerable<string> Rest(Assembly assembly, string top, string room, string[] allowed) => assembly.GetTypes()
        .Select(type => type.Namespace ?? "")
        .Where(space => space.StartsWith($"{top}.{room}.", StringComparison.Ordinal) && !allowed.Any(a => space.StartsWith($"{top}.{a}", StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal);
}
