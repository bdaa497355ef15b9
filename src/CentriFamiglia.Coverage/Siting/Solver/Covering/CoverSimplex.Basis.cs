namespace CentriFamiglia.Coverage.Siting.Solver.Covering;

/// <content>The basis: exchanges, moves of nonbasic variables, and building it again from the data.</content>
internal sealed partial class CoverSimplex
{
    private void Exchange(int row, int column, double target)
    {
        (int leaving, int entering) = (_basic[row], _nonbasic[column]);
        double move = (target - _value[leaving]) / _tableau.Cell(row, column);
        if (move < 0 && entering >= _sites.Length && !_lacking[entering])
        {
            // It enters downwards: from here on it pays.
            _reduced[column] -= PenaltyOf(entering);
            SetPiece(entering, lacking: true);
        }

        PlainExchange(row, column, target);
        if (_lacking[leaving] && target == 0)
        {
            _reduced[column] += PenaltyOf(leaving);
            SetPiece(leaving, lacking: false);
        }

        Pivots++;
        _pivots++;
    }

    private void PlainExchange(int row, int column, double target)
    {
        (int leaving, int entering) = (_basic[row], _nonbasic[column]);
        double move = (target - _value[leaving]) / _tableau.Cell(row, column);
        Shift(column, move);
        _value[leaving] = target;
        _value[entering] += move;
        _tableau.Pivot(row, column, _reduced);
        (_basic[row], _nonbasic[column]) = (entering, leaving);
        (_place[entering], _place[leaving]) = (-row - 1, column);
    }

    private void MoveTo(int variable, double target)
    {
        double move = target - _value[variable];
        if (move == 0)
            return;
        Shift(_place[variable], move);
        _value[variable] = target;
    }

    // The basic variables follow a nonbasic one.
    private void Shift(int column, double move)
    {
        for (int row = 0; row < _basic.Length; row++)
            _value[_basic[row]] += move * _tableau.Cell(row, column);
    }

    // Every row basic, every site nonbasic where it is.
    private void Restart()
    {
        _pivots = 0;
        _tableau.Clear();
        _costs.CopyTo(_reduced, 0);
        for (int column = 0; column < _sites.Length; column++)
            (_nonbasic[column], _place[column]) = (column, column);
        for (int row = 0; row < _basic.Length; row++)
        {
            int v = _sites.Length + row;
            bool count = IsCount(v);
            (_basic[row], _place[v]) = (v, -row - 1);
            _value[v] = count ? _program.Opened - _program.P!.Value : -_program.Need[row];
            Span<double> cells = _tableau.Row(row);
            if (count)
                cells.Fill(1);
            else
                foreach (int site in _program.Rows[row])
                    cells[_columnOf[site]] = 1;
            for (int column = 0; column < cells.Length; column++)
            {
                _value[v] += cells[column] * _value[column];
                _tableau.Norm[row] += cells[column];
            }
        }
    }

    // The same basis from the data, without the rounding errors that pivots add up.
    private void Rebuild()
    {
        bool[] entering = [.. Enumerable.Range(0, _sites.Length).Select(v => _place[v] < 0)];
        bool[] leaving = [.. Enumerable.Range(_sites.Length, _basic.Length).Select(v => _place[v] >= 0)];
        double[] targets = [.. _value];
        for (int v = 0; v < entering.Length; v++)
            _value[v] = entering[v] ? 0 : _value[v];
        Restart();
        for (int row = 0; row < _program.Rows.Count; row++)
        {
            if (!_lacking[_sites.Length + row])
                continue;
            foreach (int site in _program.Rows[row])
                _reduced[_columnOf[site]] -= _program.Penalty[row];
        }

        for (int column = 0; column < entering.Length; column++)
        {
            if (!entering[column])
                continue;
            int row = LargestPivot(column, leaving);
            if (row < 0)
            {
                Forget();
                return;
            }

            leaving[row] = false;
            PlainExchange(row, column, targets[_sites.Length + row]);
        }

        for (int v = 0; v < _sites.Length; v++)
        {
            if (_place[v] >= 0)
                MoveTo(v, _reduced[_place[v]] < 0 ? _high[v] : _low[v]);
        }
    }

    private int LargestPivot(int column, bool[] rows)
    {
        (int best, double most) = (-1, 1e-6);
        for (int row = 0; row < rows.Length; row++)
        {
            double size = Math.Abs(_tableau.Cell(row, column));
            if (rows[row] && size > most)
                (best, most) = (row, size);
        }

        return best;
    }

    // The first basis again: it fits any bounds of the sites.
    private void Forget()
    {
        for (int v = 0; v < _value.Length; v++)
        {
            if (v < _sites.Length)
                _value[v] = _low[v];
            else if (_lacking[v])
                SetPiece(v, lacking: false);
        }

        Restart();
    }
}
