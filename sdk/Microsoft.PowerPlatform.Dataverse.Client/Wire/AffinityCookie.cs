using System;
using System.Collections.Generic;
using System.Net;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>Keeps a client's requests at one server: the platform says by a cookie which. Without it they are spread.</summary>
internal sealed class AffinityCookie
{
    private readonly CookieContainer cookies = new();

    public bool IsOn { get; set; } = true;

    public string? For(Uri address) => IsOn && cookies.GetCookieHeader(address) is { Length: > 0 } header ? header : null;

    public void Keep(Uri address, IEnumerable<string> received)
    {
        foreach (var cookie in received)
        {
            try
            {
                cookies.SetCookies(address, cookie);
            }
            catch (CookieException)
            {
                // One that .NET doesn't understand is one that we do without.
            }
        }
    }
}
