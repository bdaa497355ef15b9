using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and <c>-Prefix</c>, believed of the named proxies only. Addresses that answers
/// lead to begin with the prefix too.
/// </summary>
internal static class NamedProxies
{
    public static void Add(IServiceCollection services, ImmutableArray<IPNetwork> proxies) => services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.All;
        // As far as the named ones go: a chain ends at the first address that is not one of them.
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (IPNetwork proxy in proxies)
            forwarded.KnownIPNetworks.Add(proxy);
    });

    public static void Use(WebApplication app, ImmutableArray<IPNetwork> proxies)
    {
        if (proxies.IsEmpty)
            return;
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            if (context.Request.PathBase.HasValue)
                context.Response.OnStarting(() => PrefixedAsync(context));
            return next(context);
        });
    }

    private static Task PrefixedAsync(HttpContext context)
    {
        string prefix = context.Request.PathBase.ToUriComponent();
        IHeaderDictionary headers = context.Response.Headers;
        if (headers.Location.ToString() is { Length: > 0 } location && location.StartsWith('/') && !location.StartsWith(prefix + "/", StringComparison.Ordinal))
            headers.Location = prefix + location;
        if (headers.Link.ToString() is { Length: > 0 } link && link.StartsWith("</", StringComparison.Ordinal))
            headers.Link = $"<{prefix}{link.AsSpan(1)}";
        return Task.CompletedTask;
    }
}
