using System.Diagnostics;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Crashes;

/// <summary>A verb in a process of its own, ready to begin and to be killed.</summary>
internal sealed class RunningVerb : IDisposable
{
    private readonly Process _process;
    private readonly Task<string?> _ready;
    private bool _isServing;

    /// <param name="before">Words that it reads the store with before it is ready, so that the verb's own time is not spent on starting.</param>
    public RunningVerb(params string[] before)
    {
        _process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "CentriFamiglia.Coverage.TestVerb" + (OperatingSystem.IsWindows() ? ".exe" : "")), before)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ready = _process.StandardOutput.ReadLineAsync();
    }

    public bool HasExited => _process.HasExited;

    public async Task BeginAsync(string[] words)
    {
        (await _ready).ShouldBe("pronto");
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(words));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Serves a store, as a process that is no longer this one's to end.</summary>
    public async Task<ServedProgram> ServeAsync(string store)
    {
        await BeginAsync(["serve", "--store", store, "--urls", "http://127.0.0.1:0"]);
        _isServing = true;
        return await ServedProgram.OfAsync(_process);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>What it acknowledged.</returns>
    public async Task<(bool Done, string Error)> EndAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync(), error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (output.Contains("esito 0", StringComparison.Ordinal), error);
    }

    /// <summary>SIGKILL.</summary>
    /// <returns>What it acknowledged before.</returns>
    public Task<(bool Done, string Error)> KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    public void Dispose()
    {
        if (_isServing)
            return;
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
