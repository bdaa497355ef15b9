namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>The office's server of roads does not answer as it should. In Italian; nothing in it is secret.</summary>
/// <param name="message">Which server, what it was asked, what came of it.</param>
/// <param name="cure">How to mend it, or to do without.</param>
internal sealed class RoadServerException(string message, string cure, Exception? inner = null) : Exception(message, inner)
{
    public string Cure { get; } = cure;
}
