namespace CentriFamiglia.Coverage.Access;

/// <summary>A value made when first asked for, once however many ask. A failure is told to who asks and not kept: the next one tries again. Thread-safe.</summary>
/// <param name="make">Let go of once the value is there.</param>
internal sealed class MadeOnce<T>(Func<T> make)
    where T : class
{
    private readonly Lock _making = new();
    private Func<T>? _make = make;
    private T? _value;

    public bool IsMade => Volatile.Read(ref _value) is not null;

    public T Value
    {
        get
        {
            if (Volatile.Read(ref _value) is { } made)
                return made;
            lock (_making)
            {
                if (_value is null)
                {
                    Volatile.Write(ref _value, _make!());
                    _make = null;
                }

                return _value!;
            }
        }
    }
}
