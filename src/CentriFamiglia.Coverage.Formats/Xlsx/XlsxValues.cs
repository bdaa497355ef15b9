using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>Turns the cells of one workbook into text: shared strings, number formats that mean a date, the 1904 calendar.</summary>
internal sealed class XlsxValues
{
    private readonly List<string> _shared = [];
    private readonly List<bool> _styleIsDate = [];
    private readonly bool _from1904;

    private XlsxValues(bool from1904) => _from1904 = from1904;

    public static XlsxValues Of(WorkbookPart workbook)
    {
        XlsxValues values = new(workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false);
        if (workbook.SharedStringTablePart is SharedStringTablePart strings)
        {
            using OpenXmlReader reader = OpenXmlReader.Create(strings);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                    values._shared.Add(PlainText(reader.LoadCurrentElement()!));
            }
        }

        Stylesheet? styles = workbook.WorkbookStylesPart?.Stylesheet;
        Dictionary<uint, string> formats = [];
        foreach (NumberingFormat format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            formats[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        foreach (CellFormat style in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            uint id = style.NumberFormatId?.Value ?? 0;
            values._styleIsDate.Add(id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
                || (formats.TryGetValue(id, out string? code) && IsDate(code)));
        }
        return values;
    }

    public string? TextOf(Cell cell)
    {
        CellValues type = cell.DataType?.Value ?? CellValues.Number;
        string? stored = cell.CellValue?.InnerText;
        if (type == CellValues.InlineString)
            return cell.InlineString is null ? null : PlainText(cell.InlineString);
        if (stored is null)
            return type == CellValues.SharedString ? throw new FormatException("A cell points to no shared string.") : null;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _shared.Count
                ? _shared[index]
                : throw new FormatException("A cell points beyond the shared strings.");
        }

        if (type == CellValues.Boolean)
            return stored.Trim() is "1" or "true" ? "true" : "false";
        if (type == CellValues.String)
            return XlsxText.Unescape(stored);
        return type == CellValues.Number ? Number(stored, cell.StyleIndex?.Value ?? 0) : stored;
    }

    /// <summary>Whether the cell holds a number, which no date is.</summary>
    /// <param name="cell">As stored.</param>
    /// <param name="text">What <see cref="TextOf"/> made of it.</param>
    public static bool IsNumber(Cell cell, string text) => (cell.DataType?.Value ?? CellValues.Number) == CellValues.Number
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);

    private string Number(string stored, uint style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            return stored;
        if (style < _styleIsDate.Count && _styleIsDate[(int)style] && Date(value) is string date)
            return date;
        return value.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Day 60 of the 1900 calendar is a 29 February that never was: days before it are one later than they seem.</summary>
    private string? Date(double serial)
    {
        double days = _from1904 ? serial + 1462 : serial;
        if (days is < 0 or >= 2_958_466)
            return null;
        DateTime moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(days is >= 1 and < 60 ? Math.Floor(days) + 1 : Math.Floor(days))
            .AddSeconds(Math.Round((days - Math.Floor(days)) * 86_400));
        string format = days < 1 ? "HH:mm:ss" : moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss";
        return moment.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A format with year, day, hour or second outside quotes, brackets and escapes is one of a date.</summary>
    private static bool IsDate(string format)
    {
        bool quoted = false, bracketed = false;
        for (int i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '[' when !quoted:
                    bracketed = true;
                    break;
                case ']':
                    bracketed = false;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' when !quoted && !bracketed:
                    return true;
            }
        }
        return false;
    }

    /// <summary>The runs of a rich text together, without the readings of East Asian text.</summary>
    private static string PlainText(OpenXmlElement item) => XlsxText.Unescape(string.Concat(
        item.Descendants<SheetText>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text)));
}
