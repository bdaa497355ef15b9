namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>
/// Answers by their tag, which holds the question and the fingerprint of the content, and the tag of each question asked of one content.
/// Bounded: what was asked for longest ago is let go of first. Thread-safe.
/// </summary>
/// <param name="mostBytes">Held at most; an answer that is larger is not kept.</param>
/// <param name="mostTags">Questions whose tag is held.</param>
internal sealed class KeptAnswers(long mostBytes, int mostTags)
{
    private const int MostAnswers = 512;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Tag, Answer Answer)> _recent = new();
    private readonly Dictionary<string, LinkedListNode<(string Tag, Answer Answer)>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<(object Content, string Question), string> _tags = [];
    private readonly Queue<(object Content, string Question)> _asked = new();

    private long _hits;

    /// <summary>Answers given without computing them.</summary>
    public long Hits
    {
        get
        {
            lock (_gate)
                return _hits;
        }
    }

    /// <summary>Answers held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _answers.Count;
        }
    }

    /// <summary>Bytes held.</summary>
    public long Size
    {
        get
        {
            lock (_gate)
                return _recent.Sum(a => a.Answer.Size);
        }
    }

    public Answer? Find(string tag)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(tag, out LinkedListNode<(string Tag, Answer Answer)>? node))
                return null;
            _recent.Remove(node);
            _recent.AddFirst(node);
            LetGo();
            _hits++;
            return node.Value.Answer;
        }
    }

    public void Keep(string tag, Answer answer)
    {
        if (answer.Size > mostBytes)
            return;
        lock (_gate)
        {
            if (_answers.Remove(tag, out LinkedListNode<(string Tag, Answer Answer)>? old))
                _recent.Remove(old);
            _answers[tag] = _recent.AddFirst((tag, answer));
            LetGo();
        }
    }

    /// <summary>The same with the question it answers, unless it is longer than is worth it: longer ones are made anew, they would push many others out.</summary>
    /// <param name="most">Bytes.</param>
    public void Keep(object content, string question, string tag, Answer answer, long most)
    {
        if (answer.Size > most)
            return;
        Remember(content, question, tag);
        Keep(tag, answer);
    }

    /// <summary>The tag that a question had of this very content; null when it was not asked.</summary>
    public string? TagOf(object content, string question)
    {
        lock (_gate)
            return _tags.GetValueOrDefault((content, question));
    }

    public void Remember(object content, string question, string tag)
    {
        lock (_gate)
        {
            if (!_tags.TryAdd((content, question), tag))
                return;
            _asked.Enqueue((content, question));
            // The tags of a content that is no longer asked would keep it in memory.
            while (_asked.Count > mostTags || (_asked.TryPeek(out (object Content, string Question) first) && !ReferenceEquals(first.Content, content)))
                _tags.Remove(_asked.Dequeue());
        }
    }

    /// <summary>By what they hold now: another coding of an answer is made after it was kept.</summary>
    private void LetGo()
    {
        long size = _recent.Sum(a => a.Answer.Size);
        while ((size > mostBytes || _answers.Count > MostAnswers) && _recent.Last is { } last)
        {
            size -= last.Value.Answer.Size;
            _recent.RemoveLast();
            _answers.Remove(last.Value.Tag);
        }
    }
}
