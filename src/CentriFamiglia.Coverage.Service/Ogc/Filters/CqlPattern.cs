namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>A pattern of LIKE: <c>%</c> any text, <c>_</c> one character, a backslash before either for itself. Time grows with text times pattern, never faster.</summary>
internal sealed class CqlPattern
{
    private readonly List<(char Character, Piece Piece)> _pieces = [];

    private enum Piece
    {
        Itself,
        One,
        Any,
    }

    public CqlPattern(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                _pieces.Add((pattern[++i], Piece.Itself));
            else
                _pieces.Add((pattern[i], pattern[i] switch { '%' => Piece.Any, '_' => Piece.One, _ => Piece.Itself }));
        }
    }

    public bool Matches(string text)
    {
        int at = 0, piece = 0, lastAny = -1, resume = 0;
        while (at < text.Length)
        {
            if (piece < _pieces.Count && _pieces[piece].Piece is Piece.Any)
            {
                (lastAny, resume) = (piece++, at);
            }
            else if (piece < _pieces.Count && (_pieces[piece].Piece is Piece.One || _pieces[piece].Character == text[at]))
            {
                piece++;
                at++;
            }
            else if (lastAny >= 0)
            {
                (piece, at) = (lastAny + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return _pieces.Skip(piece).All(p => p.Piece is Piece.Any);
    }
}
