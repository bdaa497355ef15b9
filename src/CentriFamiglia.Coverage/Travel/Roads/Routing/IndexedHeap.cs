namespace CentriFamiglia.Coverage.Travel.Roads.Routing;

/// <summary>Min-heap of four children over the ids 0 to capacity - 1, each with one key that may fall. Equal keys leave by lesser id.</summary>
internal sealed class IndexedHeap(int capacity)
{
    private const int Absent = -1;

    private readonly int[] _place = Filled(capacity);
    private (long Key, int Id)[] _items = new (long, int)[64];

    public int Count { get; private set; }

    /// <summary>Adds an id, or lowers its key; a key that is not lower changes nothing.</summary>
    public void Offer(int id, long key)
    {
        int at = _place[id];
        if (at == Absent)
        {
            if (Count == _items.Length)
                Array.Resize(ref _items, 2 * Count);
            at = Count++;
        }
        else if (key >= _items[at].Key)
        {
            return;
        }

        Rise(at, (key, id));
    }

    public int Take()
    {
        int least = _items[0].Id;
        _place[least] = Absent;
        (long Key, int Id) last = _items[--Count];
        if (Count > 0)
            Sink(last);
        return least;
    }

    public void Clear()
    {
        for (int i = 0; i < Count; i++)
            _place[_items[i].Id] = Absent;
        Count = 0;
    }

    private void Rise(int at, (long Key, int Id) item)
    {
        while (at > 0 && Less(item, _items[(at - 1) / 4]))
        {
            Put(at, _items[(at - 1) / 4]);
            at = (at - 1) / 4;
        }

        Put(at, item);
    }

    private void Sink((long Key, int Id) item)
    {
        int at = 0;
        while (true)
        {
            int first = (4 * at) + 1;
            if (first >= Count)
                break;
            int least = first;
            int end = Math.Min(first + 4, Count);
            for (int child = first + 1; child < end; child++)
            {
                if (Less(_items[child], _items[least]))
                    least = child;
            }

            if (!Less(_items[least], item))
                break;
            Put(at, _items[least]);
            at = least;
        }

        Put(at, item);
    }

    private void Put(int at, (long Key, int Id) item)
    {
        _items[at] = item;
        _place[item.Id] = at;
    }

    private static bool Less((long Key, int Id) a, (long Key, int Id) b) => a.Key < b.Key || (a.Key == b.Key && a.Id < b.Id);

    private static int[] Filled(int count)
    {
        int[] places = new int[count];
        Array.Fill(places, Absent);
        return places;
    }
}
