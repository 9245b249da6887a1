using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.PortalApi;

namespace CrmAddon.Local.WebApi;

/// <summary>What answers requests, made of the tables as they are: when an import changes them, it is made anew.</summary>
internal sealed class ApiParts(Organization organization, Callers callers)
{
    private volatile Parts? _parts;

    public ApiRouter Router => Current.Router;

    public PortalRouter Portal => Current.Portal;

    private Parts Current
    {
        get
        {
            var metadata = organization.Metadata;
            if (_parts is { } parts && ReferenceEquals(parts.Metadata, metadata))
            {
                return parts;
            }

            // Two requests may both make them; either will do.
            var api = new ApiService(organization, metadata);
            return _parts = new Parts(metadata, new ApiRouter(api, this, callers), new PortalRouter(api));
        }
    }

    private sealed record Parts(SolutionMetadata Metadata, ApiRouter Router, PortalRouter Portal);
}
