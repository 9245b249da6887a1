"use strict";

// What the buttons of the command bars do (RibbonDiff.xml of the tables). They say what is wanted; whether it may be is decided by the
// plug-ins, whose refusals are shown as they come.
var CrmAddon = this.CrmAddon || {};

CrmAddon.Commands = (function () {
    const action = 0;
    const primitive = 1;
    const entity = 5;

    function text(key) {
        return Xrm.Utility.getResourceString("cov_/strings/commands", key);
    }

    function idOf(form) {
        return form.data.entity.getId().replace(/[{}]/g, "");
    }

    function value(form, column) {
        return form.getAttribute(column).getValue();
    }

    function tell(message) {
        return Xrm.Navigation.openAlertDialog({ text: message }, { width: 720, height: 480 });
    }

    // Saves what is typed, does the work and shows the row as it is afterwards. A form that can't be saved says so itself.
    async function change(form, work) {
        if (form.data.entity.getIsDirty()) {
            try {
                await form.data.save();
            } catch {
                return;
            }
        }

        Xrm.Utility.showProgressIndicator(text("working"));
        try {
            const message = await work();
            Xrm.Utility.closeProgressIndicator();
            await form.data.refresh(false);
            form.ui.refreshRibbon();
            if (message) {
                await tell(message);
            }
        } catch (error) {
            Xrm.Utility.closeProgressIndicator();
            await Xrm.Navigation.openErrorDialog({ message: error.message });
        }
    }

    async function confirmed(question) {
        return !question || (await Xrm.Navigation.openConfirmDialog({ text: text(question) })).confirmed;
    }

    // Calls a custom API on the form's row, or, without a form, on none. Types are the Web API's, by parameter.
    async function call(api, form, values, types) {
        const parameterTypes = {};
        for (const name of Object.keys(values)) {
            parameterTypes[name] = { typeName: types[name], structuralProperty: primitive };
        }

        const request = Object.assign({}, values);
        if (form) {
            const table = form.data.entity.getEntityName();
            request.entity = { entityType: table, id: idOf(form) };
            parameterTypes.entity = { typeName: "mscrm." + table, structuralProperty: entity };
        }

        request.getMetadata = () => ({ boundParameter: form ? "entity" : null, parameterTypes: parameterTypes, operationType: action, operationName: api });
        const response = await Xrm.WebApi.online.execute(request);
        return response.json();
    }

    async function setStatus(form, state, status, question) {
        if (await confirmed(question)) {
            await change(form, async () => {
                await Xrm.WebApi.updateRecord(form.data.entity.getEntityName(), idOf(form), { statecode: state, statuscode: status });
            });
        }
    }

    async function approveRegistration(form) {
        await change(form, async () => (await call("cov_ApproveRegistration", form, {}, {})).Message);
    }

    async function rejectRegistration(form) {
        const reason = value(form, "cov_rejectionreason");
        if (reason === null) {
            await tell(text("choose-reason"));
            form.getControl("cov_rejectionreason").setFocus();
            return;
        }

        await change(form, async () => (await call("cov_RejectRegistration", form, { Reason: reason }, { Reason: "Edm.Int32" })).Message);
    }

    async function extendRegistration(form) {
        await change(form, async () => (await call("cov_ExtendRegistration", form, {}, {})).Message);
    }

    async function closeMonth(form) {
        if (!(await confirmed("close-month"))) {
            return;
        }

        await change(form, async () => {
            const program = await Xrm.WebApi.retrieveRecord("cov_program", value(form, "cov_programid")[0].id.replace(/[{}]/g, ""), "?$select=cov_code");
            const first = value(form, "cov_month");
            const month = first.getFullYear() + "-" + String(first.getMonth() + 1).padStart(2, "0");
            return (await call("cov_CloseMonth", null, { Program: program.cov_code, Month: month }, { Program: "Edm.String", Month: "Edm.String" })).Message;
        });
    }

    async function previewRuleVersion(form) {
        await change(form, async () => (await call("cov_PreviewRuleVersion", form, {}, {})).Summary);
    }

    async function explainRuling(form) {
        await change(form, async () => (await call("cov_ExplainRuling", form, {}, {})).Text);
    }

    return { setStatus, approveRegistration, rejectRegistration, extendRegistration, closeMonth, previewRuleVersion, explainRuling };
})();
