namespace CentriFamiglia.Coverage.Service.Dossiers.Drawing;

/// <summary>Keeps what is written on a drawing from lying on something else that is.</summary>
/// <param name="height">Of the drawing, which is as wide as <see cref="MapFrame.Width"/>.</param>
internal sealed class LabelRoom(double height)
{
    private const int Directions = 16;

    private readonly List<(double X, double Y, double Across, double Down)> _taken = [];

    /// <summary>Takes the place, if it is free.</summary>
    /// <param name="x">Of the centre.</param>
    /// <param name="y">Of the centre.</param>
    /// <param name="across">Width.</param>
    /// <param name="down">Height.</param>
    public bool Take(double x, double y, double across, double down)
    {
        bool free = x - (across / 2) >= 0 && x + (across / 2) <= MapFrame.Width && y - (down / 2) >= 0 && y + (down / 2) <= height
            && !_taken.Exists(t => Math.Abs(t.X - x) < (t.Across + across) / 2 && Math.Abs(t.Y - y) < (t.Down + down) / 2);
        if (free)
            _taken.Add((x, y, across, down));
        return free;
    }

    /// <summary>Takes the nearest free place around one, not on it.</summary>
    public (double X, double Y) TakeNear(double x, double y, double size)
    {
        for (double distance = size; distance < MapFrame.Width; distance += size / 2)
        {
            for (int i = 0; i < Directions; i++)
            {
                double angle = (2 * Math.PI * i / Directions) - (Math.PI / 2);
                (double nearX, double nearY) = (x + (distance * Math.Cos(angle)), y + (distance * Math.Sin(angle)));
                if (Take(nearX, nearY, size, size))
                    return (nearX, nearY);
            }
        }

        return (x, y);
    }
}
