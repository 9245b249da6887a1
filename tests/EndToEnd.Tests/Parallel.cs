using Microsoft.VisualStudio.TestTools.UnitTesting;

// Every test has a folder and processes of its own; two at once keep two cores busy.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
