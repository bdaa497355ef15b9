using System.Text;
using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Pages;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Service.Deciding.Writing;
using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.Http.Features;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>A file that is the content of a request, kept for as long as the request lasts.</summary>
internal sealed class SentFile(DirectoryInfo folder, ImportRequest request) : IAsyncDisposable
{
    public ImportRequest Request => request;

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>How files are taken from requests, and what is answered of them.</summary>
/// <param name="mostBytes">Of a file.</param>
/// <param name="clock">Tells the hour of a report.</param>
internal sealed class SentFiles(long mostBytes, TimeProvider clock)
{
    /// <summary>A file may be packed: what it unpacks to is more, but not without end.</summary>
    private const int MostTimes = 10;

    private const int LongestName = 120;

    public FileLimits Limits { get; } = FileLimits.Default with { MaxFileBytes = mostBytes, MaxExpandedBytes = mostBytes * MostTimes };

    /// <summary>Names the content that a file was tried on, to who then imports it.</summary>
    public static string TagOf(LoadedStore loaded) => VersionTag.Of(loaded.Identity);

    /// <exception cref="ProblemException">It is too large.</exception>
    /// <exception cref="InputException">It has no name that is one.</exception>
    public async Task<SentFile> KeepAsync(HttpContext context, Values values)
    {
        string name = NameOf(values);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("coverage-");
        var file = new SentFile(folder, PreviewParameters.Request(Path.Combine(folder.FullName, name), values));
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
                most.MaxRequestBodySize = mostBytes;
            await using FileStream written = File.Create(file.Request.Path);
            await context.Request.Body.CopyToAsync(written, context.RequestAborted);
            return file;
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await file.DisposeAsync();
            throw new ProblemException(Problem.TooLargeFile(mostBytes >> 20));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The report as a page to read, or its rows.</summary>
    public Answer AnswerOf(ImportResult result, Layer rows, string format, bool trial) => format == "html"
        ? Answer.Of(
            "text/html; charset=utf-8", Encoding.UTF8.GetBytes(ReportPage.Write(result.Report, result.Next.Areas, clock.GetLocalNow(), trial)), Coding.Plain, "rapporto.html")
        : Answer.Of(rows, LayerFormat.All.First(f => f.Name == format), Coding.Plain);

    /// <summary>The report names the file as the user does; it is never a path.</summary>
    private static string NameOf(Values values)
    {
        string? name = values[PreviewParameters.File];
        return name is { Length: > 0 and <= LongestName } && name == Path.GetFileName(name) && name.AsSpan().ContainsAny('\\', ':') is false
            && !name.Any(char.IsControl) && name.Trim('.', ' ').Length > 0
                ? name
                : throw new InputException(PreviewParameters.File.Name, name is null ? "manca il nome del file." : $"'{Shown.Of(name)}' non è il nome di un file.",
                    $"Scrivere il nome con la sua estensione, senza cartelle, fino a {LongestName} caratteri: sedi.xlsx.");
    }
}
