using NetTopologySuite.Geometries;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>Reads CQL2 Text: the grammar, from literals up.</summary>
internal static class CqlText
{
    private const string Cure = "Scrivere CQL2, per esempio: residenti > 10000 AND nome LIKE 'Ber%'; i testi fra apici semplici.";
    private const string Part = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    private static readonly string[] _reserved = ["AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "NULL", "TRUE", "FALSE"];
    private static readonly string[] _relations = ["S_INTERSECTS", "S_DISJOINT", "S_EQUALS", "S_TOUCHES", "S_CROSSES", "S_WITHIN", "S_CONTAINS", "S_OVERLAPS"];
    private static readonly Parser<(Cql Filter, TextSpan Tail)> _whole = Whole();

    /// <exception cref="InputException">The text is no such filter, or asks too much.</exception>
    public static Cql Read(string text)
    {
        CqlLimits.CheckLength(text);
        CqlLimits.CheckDepth(text);
        if (!_whole.TryParse(text, out (Cql Filter, TextSpan Tail) read))
            throw Broken(text);
        string rest = read.Tail.ToString();
        return string.IsNullOrWhiteSpace(rest) ? read.Filter : throw Broken(rest.TrimStart());
    }

    private static InputException Broken(string from) => new(CqlLimits.Field, $"il filtro non si capisce da «{Shown.Of(from)}».", Cure);

    private static Parser<string> Word(string word) => Terms.Keyword(word, Part, caseInsensitive: true);

    private static Parser<(Cql, TextSpan)> Whole()
    {
        Parser<char> open = Terms.Char('('), close = Terms.Char(')'), comma = Terms.Char(',');
        Deferred<Cql> filter = Deferred<Cql>();
        Deferred<CqlScalar> scalar = Deferred<CqlScalar>();

        Parser<string> name = Name();
        Parser<string> text = Quoted();
        Parser<double> number = Terms.Number<double>(NumberOptions.Float).When((_, n) => double.IsFinite(n));

        // scalars
        Parser<CqlScalar> truth = Word("TRUE").Then<CqlScalar>(_ => new CqlTruth(true)).Or(Word("FALSE").Then<CqlScalar>(_ => new CqlTruth(false)));
        Parser<CqlScalar> moment = Word("DATE").Or(Word("TIMESTAMP")).SkipAnd(Between(open, text, close)).Then<CqlScalar>(t => new CqlMoment(CqlMoments.Read(t)));
        Parser<CqlScalar> fold = Word("CASEI").Then(_ => true).Or(Word("ACCENTI").Then(_ => false)).And(Between(open, scalar, close))
            .Then<CqlScalar>(f => new CqlFold(f.Item1, f.Item2));
        scalar.Parser = OneOf(
            text.Then<CqlScalar>(t => new CqlWord(t)),
            number.Then<CqlScalar>(n => new CqlNumber(n)),
            truth,
            moment,
            fold,
            name.Then<CqlScalar>(n => new CqlProperty(n)));

        // predicates
        Parser<string> comparison = OneOf(Terms.Text("<>"), Terms.Text("<="), Terms.Text(">="), Terms.Text("="), Terms.Text("<"), Terms.Text(">"));
        Parser<bool> not = Word("NOT").Then(_ => true).Else(false);
        Parser<Func<CqlScalar, Cql>> tail = OneOf(
            comparison.And(scalar).Then<Func<CqlScalar, Cql>>(t => left => new CqlComparison(t.Item1, left, t.Item2)),
            Word("IS").SkipAnd(not).AndSkip(Word("NULL")).Then<Func<CqlScalar, Cql>>(negated => value => Negated(negated, new CqlIsNull(value))),
            not.AndSkip(Word("LIKE")).And(scalar).Then<Func<CqlScalar, Cql>>(t => value => Negated(t.Item1, new CqlLike(value, t.Item2))),
            not.AndSkip(Word("BETWEEN")).And(scalar).AndSkip(Word("AND")).And(scalar)
                .Then<Func<CqlScalar, Cql>>(t => value => Negated(t.Item1, new CqlBetween(value, t.Item2, t.Item3))),
            not.AndSkip(Word("IN")).And(Between(open, Separated(comma, scalar), close))
                .Then<Func<CqlScalar, Cql>>(t => value => Negated(t.Item1, new CqlIn(value, [.. t.Item2]))));
        Parser<Cql> predicate = scalar.And(tail).Then(p => p.Item2(p.Item1));

        Parser<CqlShape> shape = OneOf(Shapes(), name.Then<CqlShape>(n => new CqlShapeProperty(n)));
        Parser<Cql> spatial = OneOf([.. _relations.Select(Word)]).AndSkip(open).And(shape).AndSkip(comma).And(shape).AndSkip(close)
            .Then<Cql>(s => new CqlSpatial(s.Item1.ToLowerInvariant(), s.Item2, s.Item3));

        // logic
        Parser<Cql> constant = truth.Then<Cql>(t => new CqlConstant(((CqlTruth)t).Value));
        Deferred<Cql> factor = Deferred<Cql>();
        factor.Parser = OneOf(
            Word("NOT").SkipAnd(factor).Then<Cql>(inner => new CqlNot(inner)),
            spatial,
            predicate,
            Between(open, filter, close),
            constant);
        Parser<Cql> term = Separated(Word("AND"), factor).Then(parts => Joined(true, parts));
        filter.Parser = Separated(Word("OR"), term).Then(parts => Joined(false, parts));
        return filter.And(Literals.Pattern(_ => true, 0));
    }

    private static Cql Negated(bool negated, Cql inner) => negated ? new CqlNot(inner) : inner;

    private static Cql Joined(bool all, IReadOnlyList<Cql> parts) => parts.Count == 1 ? parts[0] : new CqlLogic(all, [.. parts]);

    /// <summary>The name of a property, bare or in double quotes.</summary>
    private static Parser<string> Name()
    {
        Parser<string> bare = Terms.Identifier(c => char.IsLetter(c) || c is '_' or ':', c => char.IsLetterOrDigit(c) || c is '_' or ':' or '.' or '-')
            .Then(n => n.ToString())
            .When((_, n) => !_reserved.Contains(n, StringComparer.OrdinalIgnoreCase));
        Parser<string> quoted = Terms.Char('"').SkipAnd(Literals.Pattern(c => c != '"')).AndSkip(Literals.Char('"')).Then(n => n.ToString());
        return quoted.Or(bare);
    }

    /// <summary>A text in single quotes, of which two, or one after a backslash, stand for one.</summary>
    private static Parser<string> Quoted()
    {
        Parser<string> piece = OneOf(
            Literals.Text("''").Then(_ => "'"),
            Literals.Text("\\'").Then(_ => "'"),
            Literals.Pattern(c => c is not ('\'' or '\\')).Then(t => t.ToString()),
            Literals.Char('\\').Then(_ => "\\"));
        return Terms.Char('\'').SkipAnd(ZeroOrMany(piece)).AndSkip(Literals.Char('\'')).Then(pieces => string.Concat(pieces));
    }

    /// <summary>Geometries as well-known text, and boxes.</summary>
    private static Parser<CqlShape> Shapes()
    {
        Parser<char> open = Terms.Char('('), close = Terms.Char(')'), comma = Terms.Char(',');
        Parser<double> number = Terms.Number<double>(NumberOptions.Float).When((_, n) => double.IsFinite(n));
        GeometryFactory make = Wgs84.Factory;

        // A third number, the height, says nothing here.
        Parser<Coordinate> position = number.And(number).AndSkip(ZeroOrOne(number)).Then(p => new Coordinate(p.Item1, p.Item2));
        Parser<Coordinate[]> positions = Between(open, Separated(comma, position), close).Then(p => p.ToArray());
        Parser<Point> point = Between(open, position, close).Then(p => make.CreatePoint(p));
        Parser<LineString> line = positions.When((_, p) => p.Length >= 2).Then(p => make.CreateLineString(p));
        Parser<LinearRing> ring = positions.When((_, p) => p.Length >= 4 && p[0].Equals2D(p[^1])).Then(p => make.CreateLinearRing(p));
        Parser<Polygon> polygon = Between(open, Separated(comma, ring), close).Then(r => make.CreatePolygon(r[0], [.. r.Skip(1)]));
        // POINTs of a list stand in brackets or not.
        Parser<Point[]> points = Between(open, Separated(comma, point.Or(position.Then(p => make.CreatePoint(p)))), close).Then(p => p.ToArray());

        Deferred<Geometry> any = Deferred<Geometry>();
        any.Parser = OneOf(
            Word("POINT").SkipAnd(point).Then<Geometry>(g => g),
            Word("LINESTRING").SkipAnd(line).Then<Geometry>(g => g),
            Word("POLYGON").SkipAnd(polygon).Then<Geometry>(g => g),
            Word("MULTIPOINT").SkipAnd(points).Then<Geometry>(p => make.CreateMultiPoint(p)),
            Word("MULTILINESTRING").SkipAnd(Between(open, Separated(comma, line), close)).Then<Geometry>(l => make.CreateMultiLineString([.. l])),
            Word("MULTIPOLYGON").SkipAnd(Between(open, Separated(comma, polygon), close)).Then<Geometry>(p => make.CreateMultiPolygon([.. p])),
            Word("GEOMETRYCOLLECTION").SkipAnd(Between(open, Separated(comma, any), close)).Then<Geometry>(g => make.CreateGeometryCollection([.. g])));
        Parser<CqlShape> box = Word("BBOX").SkipAnd(Between(open, Separated(comma, number), close)).When((_, n) => n.Count is 4 or 6).Then<CqlShape>(n => new CqlShapeBox([.. n]));
        return box.Or(any.Then<CqlShape>(g => new CqlShapeLiteral(g)));
    }
}
