using System.Xml;

namespace CentriFamiglia.Coverage.Import.Pages;

/// <summary>A text of the user's file as a page may hold it: characters that no page can hold are shown as such.</summary>
public static class VisibleText
{
    private const char Unreadable = '\uFFFD';

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        char[] shown = text.ToCharArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (i + 1 < shown.Length && XmlConvert.IsXmlSurrogatePair(shown[i + 1], shown[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(shown[i]))
                shown[i] = Unreadable;
        }

        return new string(shown);
    }
}
