using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Connecting;

/// <summary>Finds a certificate with its private key in the stores of the user and of the machine.</summary>
internal static class Certificates
{
    public static X509Certificate2 Find(string thumbprint, string? store)
    {
        if (!Enum.TryParse<StoreName>(store ?? nameof(StoreName.My), ignoreCase: true, out var name))
            throw new DataverseConnectionException($"'{store}' is no certificate store.");
        return new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine }
            .Select(location => Find(thumbprint, name, location))
            .FirstOrDefault(found => found is not null)
            ?? throw new DataverseConnectionException($"There is no certificate with the thumbprint {thumbprint} in the store {name}.");
    }

    private static X509Certificate2? Find(string thumbprint, StoreName name, StoreLocation location)
    {
        using var store = new X509Store(name, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // a system without this store
        }

        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault(one => one.HasPrivateKey);
    }
}
