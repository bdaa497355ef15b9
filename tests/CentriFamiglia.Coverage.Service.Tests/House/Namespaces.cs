using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CentriFamiglia.Coverage.Service.Tests.House;

/// <summary>Which namespaces of the program use which, read from the compiled code.</summary>
internal static class Namespaces
{
    private const string Ours = "CentriFamiglia.Coverage";

    private static readonly string[] _assemblies =
        [Ours, $"{Ours}.Formats", $"{Ours}.Import", $"{Ours}.Storage", $"{Ours}.Geodata", "coverage"];

    /// <summary>Every arrow from one namespace to another, with a pair of types that draws it.</summary>
    public static Dictionary<(string From, string To), string> Arrows { get; } = Read();

    /// <summary>The namespaces of each circle, and the arrows that close it; empty when every arrow leads down.</summary>
    public static List<string> Circles()
    {
        ILookup<string, string> next = Arrows.Keys.ToLookup(a => a.From, a => a.To, StringComparer.Ordinal);
        return [.. Arrows.Where(a => Reaches(next, a.Key.To, a.Key.From)).Select(a => $"{a.Key.From} -> {a.Key.To}: {a.Value}").Order(StringComparer.Ordinal)];
    }

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>(seen);
        while (open.TryPop(out string? at))
        {
            if (at == to)
                return true;
            foreach (string other in next[at].Where(seen.Add))
                open.Push(other);
        }

        return false;
    }

    private static Dictionary<(string From, string To), string> Read()
    {
        var arrows = new Dictionary<(string From, string To), string>();
        foreach (string name in _assemblies)
        {
            using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
            foreach (TypeDefinition type in module.GetTypes())
            {
                foreach (TypeReference used in UsedBy(type).SelectMany(Parts).Select(Outermost))
                {
                    string from = Outermost(type).Namespace;
                    if (IsOurs(from) && IsOurs(used.Namespace) && from != used.Namespace)
                        arrows.TryAdd((from, used.Namespace), $"{Outermost(type).Name} uses {used.Name}");
                }
            }
        }

        return arrows;
    }

    private static bool IsOurs(string space) => space == Ours || space.StartsWith(Ours + ".", StringComparison.Ordinal);

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>A generic type is itself and its arguments, an array its elements.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Parts(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Parts)),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(i => i.InterfaceType),
        .. type.CustomAttributes.Select(a => a.AttributeType),
        .. type.Fields.Select(f => f.FieldType),
        .. type.Properties.Select(p => p.PropertyType),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(UsedBy) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };
}
