using System.Buffers;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Index.Strtree;

namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>A code as written, read.</summary>
/// <param name="Code">The comune; null when it cannot be told.</param>
/// <param name="Remark">Whether and how it was refused or mended; null when it was taken as written.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cure">What to do; null for what the remark's kind says.</param>
internal readonly record struct CodeReading(ComuneCode? Code, IssueCode? Remark = null, string? Reason = null, string? Cure = null);

/// <summary>The comuni of the state that results, by code, name and place.</summary>
internal sealed class ComuneDirectory
{
    private static readonly SearchValues<char> _scientific = SearchValues.Create("0123456789.,+-eE");

    private readonly Dictionary<ComuneCode, Comune> _byCode;
    private readonly Lazy<Dictionary<string, ComuneCode>> _byName;
    private readonly Lazy<STRtree<Comune>> _tree;
    private readonly Dictionary<ComuneCode, IndexedPointInAreaLocator> _locators = [];
    private readonly Successors _successors;

    public ComuneDirectory(IEnumerable<Comune> comuni, Successors successors)
    {
        _byCode = comuni.ToDictionary(c => c.Code);
        _successors = successors;
        _byName = new(() => _byCode.Values
            .GroupBy(c => HeaderText.Normalise(c.Name), StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal));
        _tree = new(() =>
        {
            var tree = new STRtree<Comune>();
            foreach (Comune comune in _byCode.Values)
                tree.Insert(comune.Boundary.EnvelopeInternal, comune);
            tree.Build();
            return tree;
        });
    }

    public Comune? Find(ComuneCode code) => _byCode.GetValueOrDefault(code);

    public string NameOf(ComuneCode code) => Find(code)?.Name ?? code.Value;

    /// <summary>The code of a name, when one comune alone has it.</summary>
    public ComuneCode? CodeOf(string name) => _byName.Value.TryGetValue(HeaderText.Normalise(name), out ComuneCode code) ? code : null;

    /// <summary>Only lost leading zeros and proved heirs are mended.</summary>
    public CodeReading Read(string text)
    {
        if (_byCode.Count == 0)
            return new(null, IssueCodes.NoComuni, "non ci sono comuni con cui confrontare il codice");
        bool six = ComuneCode.TryParse(text, out ComuneCode code);
        // The code of the comune and not that of the row: one text for all rows.
        if (six && _byCode.TryGetValue(code, out Comune? comune))
            return new(comune.Code);
        if (CodeText.Of(text) is { } digits && digits.Length < text.Length)
        {
            CodeReading within = Read(digits);
            return within.Code is { } found && within.Remark is null
                ? new(found, IssueCodes.CodeFromNumber, $"codice scritto {text}, letto come {found} ({NameOf(found)})")
                : within;
        }

        if (six)
            return Read(code);
        if (text.Length < 6 && text.All(char.IsAsciiDigit))
        {
            ComuneCode padded = new(text.PadLeft(6, '0'));
            string lost = $"zeri iniziali persi: {text} letto come {padded}";
            if (_byCode.ContainsKey(padded))
                return new(padded, IssueCodes.ZerosLost, $"{lost} ({NameOf(padded)})");
            if (Read(padded) is { Code: { } heir } dissolved)
                return new(heir, IssueCodes.ComuneDissolved, $"{lost}; {dissolved.Reason}");
            return new(
                null,
                IssueCodes.CodeNotValid,
                $"il codice «{text}» ha {text.Length} cifre, e {padded} non è un comune della Lombardia",
                "Scrivere il codice ISTAT di sei cifre, come testo.");
        }

        bool region = text.Length == 8 && text.StartsWith("03", StringComparison.Ordinal);
        if (region && ComuneCode.TryParse(text[2..], out ComuneCode withoutRegion) && _byCode.ContainsKey(withoutRegion))
            return new(null, IssueCodes.CodeNotValid, $"«{text}» non è un codice ISTAT di comune: davanti c'è il codice della regione",
                $"Scrivere {withoutRegion} ({NameOf(withoutRegion)}).");
        if (text.Length == 4 && char.IsAsciiLetter(text[0]) && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
            return new(null, IssueCodes.CodeNotValid, $"«{text}» non è un codice ISTAT di comune: è il codice catastale");
        string? cure = text.AsSpan().ContainsAny("eE") && text.AsSpan().IndexOfAnyExcept(_scientific) < 0
            ? "Il foglio di calcolo ha scritto il codice in notazione scientifica: dare alla colonna il formato Testo e riscriverlo."
            : null;
        return new(null, IssueCodes.CodeNotValid, $"«{text}» non è un codice ISTAT di comune", cure);
    }

    private CodeReading Read(ComuneCode code)
    {
        if (_byCode.ContainsKey(code))
            return new(code);
        if (_successors.Of(code) is not { } heir)
        {
            return new(null, IssueCodes.ComuneUnknown, $"il codice {code} non è un comune della Lombardia al 1° gennaio 2023");
        }

        if (!_byCode.ContainsKey(heir.Heir))
            return new(null, IssueCodes.HeirUnknown, $"il comune soppresso {code} avrebbe come erede {heir.Heir}, che non esiste");
        string basis = heir.Proved ? "la sua località principale del 2011 cade nel nuovo comune" : "lo dice la tabella successori.csv";
        return new(heir.Heir, IssueCodes.ComuneDissolved, $"comune soppresso: {code} letto come {heir.Heir} ({NameOf(heir.Heir)}); {basis}");
    }

    /// <summary>The comune that a point lies in (WGS84 degrees); null outside all of them.</summary>
    public Comune? At(double lon, double lat)
    {
        var point = new Coordinate(lon, lat);
        return _tree.Value.Query(new Envelope(point)).OrderBy(c => c.Code).FirstOrDefault(c => Contains(c, point));
    }

    public bool Contains(Comune comune, double lon, double lat) => Contains(comune, new Coordinate(lon, lat));

    private bool Contains(Comune comune, Coordinate point)
    {
        if (!comune.Boundary.EnvelopeInternal.Contains(point))
            return false;
        if (!_locators.TryGetValue(comune.Code, out IndexedPointInAreaLocator? locator))
            _locators.Add(comune.Code, locator = new IndexedPointInAreaLocator(comune.Boundary));
        return locator.Locate(point) != Location.Exterior;
    }
}
