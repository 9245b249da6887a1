using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Operations;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace CrmAddon.Local.WebApi.Documents;

/// <summary>
/// <c>$metadata</c>: every table, function and action as CSDL.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/web-api-service-documents">Web API service documents</see>
/// </summary>
internal sealed class MetadataDocument(ApiSchema schema, PlatformOperations platform)
{
    private readonly Lazy<string> _text = new(() => Write(new EdmModelBuilder(schema, platform).Build()));

    public ApiResponse Answer() => new(200, new TextBody(_text.Value, "application/xml"));

    private static string Write(IEdmModel model)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException($"The metadata document can't be written: {errors.First().ErrorMessage}");
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
