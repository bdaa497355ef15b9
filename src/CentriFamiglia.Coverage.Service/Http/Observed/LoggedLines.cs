using System.Text;

namespace CentriFamiglia.Coverage.Service.Http.Observed;

/// <summary>Messages for whoever started the service, as lines of its log.</summary>
internal sealed class LoggedLines(ILogger log) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => log.LogInformation("{Messaggio}", value);
}
