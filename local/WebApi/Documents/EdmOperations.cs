using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Operations;
using Microsoft.OData.Edm;

namespace CrmAddon.Local.WebApi.Documents;

/// <summary>Functions and actions of the metadata document.</summary>
internal sealed class EdmOperations(EdmModel model, EdmEntityContainer container, Dictionary<string, EdmEntityType> types, EdmEntityType anyRow)
{
    private const string Namespace = "Microsoft.Dynamics.CRM";

    public void Add(IEnumerable<CustomApiMetadata> customs, IEnumerable<PlatformOperation> platform)
    {
        foreach (var custom in customs)
        {
            Add(custom);
        }

        foreach (var operation in platform)
        {
            Add(operation);
        }
    }

    private void Add(CustomApiMetadata custom)
    {
        var answer = custom.Responses.Count == 0 ? null : new EdmComplexType(Namespace, custom.Name + "Response");
        foreach (var property in custom.Responses)
        {
            if (TypeOf(property.Type, isOptional: true) is { } type && type.Definition is not (IEdmEntityType or IEdmCollectionType { ElementType.Definition: IEdmEntityType }))
            {
                answer!.AddStructuralProperty(property.Name, type);
            }
        }

        if (answer is not null)
        {
            model.AddElement(answer);
        }

        IEdmTypeReference? returned = answer is null ? null : new EdmComplexTypeReference(answer, isNullable: false);
        var bound = custom.BoundTable is not null && types.TryGetValue(custom.BoundTable, out var table) ? table : null;
        EdmOperation operation = custom.IsFunction && returned is not null
            ? new EdmFunction(Namespace, custom.Name, returned, bound is not null, null, false)
            : new EdmAction(Namespace, custom.Name, returned, bound is not null, null);
        Bind(operation, bound);
        foreach (var parameter in custom.Requests)
        {
            operation.AddParameter(parameter.Name, TypeOf(parameter.Type, parameter.IsOptional));
        }

        Import(operation, bound is not null);
    }

    private void Add(PlatformOperation operation)
    {
        var answer = new EdmComplexType(Namespace, operation.Name + "Response", null, false, true);
        model.AddElement(answer);
        var returned = new EdmComplexTypeReference(answer, isNullable: false);
        foreach (var table in operation.BoundTo.Length == 0 ? [string.Empty] : operation.BoundTo)
        {
            var bound = types.GetValueOrDefault(table);
            EdmOperation added = operation.IsFunction
                ? new EdmFunction(Namespace, operation.Name, returned, bound is not null, null, false)
                : new EdmAction(Namespace, operation.Name, operation.Answer is null ? null : returned, bound is not null, null);
            Bind(added, bound);
            Import(added, bound is not null);
        }
    }

    private static void Bind(EdmOperation operation, EdmEntityType? bound)
    {
        if (bound is not null)
        {
            operation.AddParameter("entity", new EdmEntityTypeReference(bound, isNullable: false));
        }
    }

    private void Import(EdmOperation operation, bool isBound)
    {
        model.AddElement(operation);
        if (isBound)
        {
            return;
        }

        if (operation is EdmFunction function)
        {
            container.AddFunctionImport(operation.Name, function);
        }
        else
        {
            container.AddActionImport(operation.Name, (EdmAction)operation);
        }
    }

    private IEdmTypeReference TypeOf(CustomApiType type, bool isOptional) => type switch
    {
        CustomApiType.Boolean => Primitive(EdmPrimitiveTypeKind.Boolean, isOptional),
        CustomApiType.DateTime => Primitive(EdmPrimitiveTypeKind.DateTimeOffset, isOptional),
        CustomApiType.Decimal or CustomApiType.Money => Primitive(EdmPrimitiveTypeKind.Decimal, isOptional),
        CustomApiType.Float => Primitive(EdmPrimitiveTypeKind.Double, isOptional),
        CustomApiType.Integer or CustomApiType.Picklist => Primitive(EdmPrimitiveTypeKind.Int32, isOptional),
        CustomApiType.Guid => Primitive(EdmPrimitiveTypeKind.Guid, isOptional),
        CustomApiType.StringArray => EdmCoreModel.GetCollection(Primitive(EdmPrimitiveTypeKind.String, isOptional)),
        CustomApiType.Entity or CustomApiType.EntityReference => new EdmEntityTypeReference(anyRow, isOptional),
        CustomApiType.EntityCollection => EdmCoreModel.GetCollection(new EdmEntityTypeReference(anyRow, isOptional)),
        _ => Primitive(EdmPrimitiveTypeKind.String, isOptional),
    };

    private static EdmPrimitiveTypeReference Primitive(EdmPrimitiveTypeKind kind, bool isNullable) =>
        (EdmPrimitiveTypeReference)EdmCoreModel.Instance.GetPrimitive(kind, isNullable);
}
