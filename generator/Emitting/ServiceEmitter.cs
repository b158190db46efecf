using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.EndpointRules;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>All files of a service, printed on all cores, as the compiler reads them.</summary>
internal static class ServiceEmitter
{
    public static EquatableArray<SourceFile> Emit(ServicePlan service) =>
        FilesOf(service).AsParallel().AsOrdered().Select(static print => print()).ToEquatableArray();

    private static IEnumerable<Func<SourceFile>> FilesOf(ServicePlan service)
    {
        yield return () => ClientEmitter.Emit(service);
        yield return () => InterfaceEmitter.Emit(service);
        if (service.Options is { } options)
        {
            yield return () => OptionsEmitter.Emit(service, options);
        }

        if (service.HasDependencyInjection)
        {
            yield return () => ServiceCollectionEmitter.Emit(service);
        }

        if (service.HasFakes)
        {
            yield return () => FakeEmitter.Emit(service);
        }

        if (service.EndpointRules is { } rules)
        {
            yield return () => EndpointRulesEmitter.Emit(service, rules);
        }

        foreach (OperationPlan operation in service.Operations)
        {
            yield return () => OperationEmitter.Emit(operation, service);
        }

        foreach (PaginatorPlan paginator in service.Paginators)
        {
            yield return () => PaginatorEmitter.Emit(paginator, service);
        }

        foreach (WaiterPlan waiter in service.Waiters)
        {
            yield return () => WaiterEmitter.Emit(waiter, service);
        }

        yield return () => BaseExceptionEmitter.Emit(service);
        foreach (ExceptionPlan exception in service.Exceptions)
        {
            yield return () => ExceptionEmitter.Emit(exception, service);
        }

        foreach (StructurePlan structure in service.SharedTypes.Structures)
        {
            yield return () => Emit(structure, service);
        }

        foreach (EnumPlan plan in service.SharedTypes.Enums)
        {
            yield return () => Emit(plan, service);
        }
    }

    private static SourceFile Emit(StructurePlan structure, ServicePlan service)
    {
        CodeFile file = new(service);
        TypeGroupEmitter.WriteStructure(file, structure, service);
        return file.ToSourceFile("Types/" + structure.Name);
    }

    private static SourceFile Emit(EnumPlan plan, ServicePlan service)
    {
        CodeFile file = new(service);
        EnumEmitter.Write(file, plan, service.Accessibility);
        return file.ToSourceFile("Types/" + plan.Name);
    }
}
