using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Values as text for people, by the column's logical name.</summary>
[Serializable]
[CollectionDataContract(Name = "FormattedValueCollection", Namespace = ContractNamespaces.V2011)]
public sealed class FormattedValueCollection : DataCollection<string, string>;
