namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>How much a filter may ask: beyond it an answer would cost more than a question is worth.</summary>
internal static class CqlLimits
{
    public const string Field = "filter";

    /// <summary>Characters.</summary>
    public const int MostLength = 32_768;

    /// <summary>Brackets and negations, one within another.</summary>
    public const int MostDepth = 32;

    /// <summary>Spatial functions.</summary>
    public const int MostSpatial = 32;

    /// <exception cref="InputException">The text is too long.</exception>
    public static void CheckLength(string text)
    {
        if (text.Length > MostLength)
            throw new InputException(Field, $"il filtro ha {ItalianNumber.Of(text.Length, "#,0")} caratteri: se ne leggono {ItalianNumber.Of(MostLength, "#,0")}.",
                "Scriverne uno più corto.");
    }

    /// <summary>Before the text is read: reading goes as deep as the text is nested.</summary>
    /// <exception cref="InputException">The text is nested too deep.</exception>
    public static void CheckDepth(string text)
    {
        Stack<int> negations = [];
        int depth = 0, here = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\'' or '"')
            {
                i = EndOf(text, i);
            }
            else if (c == '(')
            {
                negations.Push(here);
                here = 0;
                depth++;
            }
            else if (c == ')' && negations.TryPop(out int before))
            {
                depth -= 1 + here + before;
                here = 0;
            }
            else if (char.IsLetter(c) || c == '_')
            {
                int start = i;
                while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '_'))
                    i++;
                bool negates = text.AsSpan(start, i - start + 1).Equals("not", StringComparison.OrdinalIgnoreCase);
                (depth, here) = negates ? (depth + 1, here + 1) : (depth - here, 0);
            }

            if (depth > MostDepth)
                throw TooDeep();
        }
    }

    /// <exception cref="InputException">There are too many spatial functions.</exception>
    public static void CheckSpatial(int count)
    {
        if (count > MostSpatial)
            throw new InputException(Field, $"il filtro ha più di {MostSpatial} funzioni spaziali.",
                "Scriverne uno più corto, per esempio con una sola geometria fatta di più parti.");
    }

    public static InputException TooDeep() => new(Field, $"il filtro è annidato a più di {MostDepth} livelli.",
        "Scriverne uno più piano, per esempio con IN al posto di molti OR.");

    /// <summary>Where a quoted text ends: two quotes stand for one, and so does one after a backslash.</summary>
    private static int EndOf(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && text[i] != text[start])
            i += text[i] == '\\' ? 2 : 1;
        return i;
    }
}
