using System.Diagnostics;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Tests.Support;

/// <summary>The built program as it serves: a process of its own, that is told to stop as an operating system tells it.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServedProgram(Process process, bool hasOutput = true)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
        if (!hasOutput)
            return;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    /// <summary>Where it listens, as a client of this computer writes it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Everything that it has said on standard error.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <param name="store">The store, in the variable that names it.</param>
    /// <param name="variables">Other variables.</param>
    /// <param name="arguments">After <c>serve</c>.</param>
    public static Task<ServedProgram> StartAsync(string store, (string Name, string Value)[] variables, params string[] arguments) =>
        StartAsync(CoverageProgram.StartOf(store, ["serve", .. arguments], variables));

    public static Task<ServedProgram> StartAsync(ProcessStartInfo start) => ListeningAsync(new ServedProgram(Process.Start(start)!));

    /// <summary>A process that has begun to serve, and whose standard output somebody else reads.</summary>
    public static Task<ServedProgram> OfAsync(Process process) => ListeningAsync(new ServedProgram(process, hasOutput: false));

    private static async Task<ServedProgram> ListeningAsync(ServedProgram served)
    {
        string address = await served._address.Task.WaitAsync(TimeSpan.FromSeconds(60));
        served.Address = new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        return served;
    }

    /// <summary>SIGTERM, which is how systemd and a container engine stop a service.</summary>
    public void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>SIGKILL: it says nothing to anybody.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("It ended: " + Said));
            return;
        }

        lock (_said)
            _said.AppendLine(line);
        // As text or in an object of the log.
        if (line.IndexOf("Mappa: ", StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(line[at..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[1]);
    }
}
